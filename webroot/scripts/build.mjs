// Installs and builds the pages when something changed since the last time, else does nothing:
// `./mvnw compile exec:exec` must not cost a minute each time.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (...args) =>
  execFileSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The newest change below a folder; what is built or installed does not count. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter(
        (name) =>
          !['node_modules', 'dist', 'paraglide', 'openapi.d.ts', 'e2e', 'test-results'].includes(name),
      )
      .map((name) => newest(join(path, name))),
  );
}

const installed = time(join(root, 'node_modules/.package-lock.json'));
if (installed < time(join(root, 'package-lock.json'))) run('ci', '--no-fund', '--no-audit');
if (time(join(root, 'dist/index.html')) < newest(root)) run('run', '--silent', 'build');
