// Compiles the messages of every language and ends the build on what would show as missing text:
// a plugin that is not the local one, a key that one language lacks, a text without its variables.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { compile } from '@inlang/paraglide-js';

const root = new URL('../', import.meta.url);
const file = (path) => new URL(path, root);
const settings = JSON.parse(readFileSync(file('project.inlang/settings.json'), 'utf8'));
const faults = [];

for (const module of settings.modules) {
  if (/^https?:/.test(module)) faults.push(`${module}: message plugins come from npm, not the network`);
  else if (!existsSync(file(module))) faults.push(`${module}: the message plugin is not installed`);
}

/** A plural needs a text for each form of its language: without one the key itself would show. */
function checkPlurals(locale, path, key, value) {
  if (!Array.isArray(value)) return;
  const cases = Object.keys(value[0].match).join();
  if (cases.includes('=*') || !JSON.stringify(value[0].declarations ?? '').includes(': plural')) return;
  for (const form of new Intl.PluralRules(locale).resolvedOptions().pluralCategories) {
    if (!cases.includes(`=${form}`)) faults.push(`${path}: "${key}" lacks the form "${form}"`);
  }
}

/** Every message of one language: key → the variables its texts name. */
function read(locale) {
  const patterns = settings['plugin.inlang.messageFormat'].pathPattern;
  const messages = new Map();
  for (const pattern of patterns) {
    const path = pattern.replace('{locale}', locale);
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(file(path), 'utf8')))) {
      if (messages.has(key)) faults.push(`${path}: "${key}" is in another file already`);
      const names = JSON.stringify(value).matchAll(/(?<!\\)\{(\w+)\}/g);
      messages.set(key, [...new Set([...names].map((match) => match[1]))].sort().join());
      checkPlurals(locale, path, key, value);
      if (value === '') faults.push(`${path}: "${key}" is empty`);
    }
  }
  for (const name of readdirSync(file(`messages/${locale}`), { recursive: true })) {
    const pattern = `./messages/{locale}/${name.replaceAll('\\', '/')}`;
    if (name.endsWith('.json') && !patterns.includes(pattern))
      faults.push(`${locale}/${name}: not in settings`);
  }
  return messages;
}

const base = read(settings.baseLocale);
for (const locale of settings.locales.filter((one) => one !== settings.baseLocale)) {
  const other = read(locale);
  for (const [key, names] of base) {
    if (!other.has(key)) faults.push(`${locale}: "${key}" is missing`);
    else if (other.get(key) !== names) faults.push(`${locale}: "${key}" names other variables than ${names}`);
  }
  for (const key of other.keys()) if (!base.has(key)) faults.push(`${locale}: "${key}" is unknown`);
}

if (faults.length === 0) {
  const warn = console.warn;
  console.warn = (...parts) => {
    faults.push(parts.join(' '));
    warn(...parts);
  };
  await compile({
    project: './project.inlang',
    outdir: './src/paraglide',
    strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    emitTsDeclarations: true,
  });
  const index = readFileSync(file('src/paraglide/messages/_index.js'), 'utf8');
  for (const key of base.keys()) {
    if (!index.includes(key)) faults.push(`"${key}" was not compiled`);
  }
}

if (faults.length > 0) console.error(faults.join('\n'));
// The compiler leaves a timer behind that would hold the process for half a minute.
process.exit(faults.length > 0 ? 1 : 0);
