// Measures what the first page needs and ends the build when it grows too heavy, or when it brings words
// that belong to a page that is not open.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 200_000;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const files = new Set(['index.html', 'theme.js']);

function need(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) need(other);
}

need('index.html');
const contents = [...files].map((file) => readFileSync(new URL(file, dist)));
const total = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);

console.log(`first load: ${(total / 1000).toFixed(1)} kB gzip in ${files.size} files`);
if (total > LIMIT) {
  console.error(`more than ${LIMIT / 1000} kB: load something on demand`);
  process.exit(1);
}

/** The frame's words and those of all. */
const FIRST = /^(app|shared)\b/;
const messages = new URL('../messages/en/', import.meta.url);
const read = (name) => Object.entries(JSON.parse(readFileSync(new URL(name, messages), 'utf8')));
const parts = readdirSync(messages, { recursive: true }).filter((name) => name.endsWith('.json'));
const first = parts.filter((name) => FIRST.test(name)).flatMap(read);
const ownTexts = new Set(first.map(([, text]) => text));
const script = contents.join('\n');
const LONG_ENOUGH = 16;
const said = (text) => ['`', '"', "'"].some((mark) => script.includes(mark + text + mark));
const early = parts
  .filter((name) => !FIRST.test(name))
  .flatMap(read)
  // The login page is the first page.
  .filter(([key, text]) => !key.startsWith('login_') && typeof text === 'string' && !ownTexts.has(text))
  .filter(([, text]) => text.length >= LONG_ENOUGH && !text.includes('{') && said(text))
  .map(([key]) => key);
if (early.length > 0) {
  console.error(`words of pages that are not open are in the first load: ${early.join(', ')}`);
  process.exit(1);
}
