import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MOST_LINES = 300;
const MOST_FILES = 15;
const root = fileURLToPath(new URL('..', import.meta.url));
const GENERATED = ['paraglide', 'openapi.json', 'openapi.d.ts'];

/** Every folder below the given ones with the files that stand in it. */
function* foldersOf(path: string): Generator<{ folder: string; files: string[] }> {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).filter(
    (one) => !GENERATED.includes(one.name),
  );
  yield { folder: path, files: entries.filter((one) => one.isFile()).map((one) => join(path, one.name)) };
  for (const one of entries) {
    const below = join(path, one.name);
    if (one.isDirectory()) yield* foldersOf(below);
  }
}
const folders = ['src', 'e2e', 'lint', 'scripts', 'messages'].flatMap((path) => [...foldersOf(path)]);

test('no folder holds more than fifteen files: a concept in it wants a name of its own', () => {
  const full = folders.filter((one) => one.files.length > MOST_FILES).map((one) => one.folder);
  expect(full).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = folders
    .flatMap((one) => one.files)
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length - 1 > MOST_LINES);
  expect(long).toEqual([]);
});
