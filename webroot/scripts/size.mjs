// Measures what the first page needs and ends the build when it grows too heavy.
import { readFileSync } from 'node:fs';
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
let total = 0;
for (const file of files) total += gzipSync(readFileSync(new URL(file, dist))).length;

console.log(`first load: ${(total / 1000).toFixed(1)} kB gzip in ${files.size} files`);
if (total > LIMIT) {
  console.error(`more than ${LIMIT / 1000} kB: load something on demand`);
  process.exit(1);
}
