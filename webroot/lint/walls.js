// Who may import whom, that no text a person reads stands outside the messages, and that a feature
// takes its words from where it may import from.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The area whose features everyone may import: it looks people up. */
const DESK = 'features/desk/';

/**
 * The part of the sources a file or import belongs to: `shared`, `features/desk/positions`, `views`, `app`.
 */
export function partOf(path) {
  const match = /(?:^|\/)src\/(features\/[^/]+\/[^/]+|[^/]+)(?:\/|$)/.exec(path);
  return match?.[1] ?? null;
}

function targetOf(file, source) {
  if (source.startsWith('$shared')) return 'shared';
  if (source.startsWith('$features/')) return source.slice(1).split('/').slice(0, 3).join('/');
  if (!source.startsWith('.')) return null;
  const base = `file:///${file.slice(file.lastIndexOf('/src/') + 1)}`;
  return partOf(new URL(source, base).pathname);
}

/** Why this import is not allowed, or null. */
export function refusal(file, source) {
  const from = partOf(file);
  const to = targetOf(file, source);
  if (!from || !to || from === to) return null;
  if (from === 'shared' && to !== 'paraglide') return `shared/ stands alone and may not import ${to}`;
  if (!from.startsWith('features/')) return null;
  if (to === 'views' || to === 'app') return `a feature may not import ${to}/`;
  if (to.startsWith('features/') && !to.startsWith(DESK)) {
    return `${from} may not import ${to}: a feature uses shared/ and the desk; two others meet in a view`;
  }
  return null;
}

const imports = {
  create(context) {
    const check = (node) => {
      const reason = node.source && refusal(context.filename, String(node.source.value));
      if (reason) context.report({ node, message: reason });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

const READ_OUT = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'text',
  'description',
  'hint',
]);
const LETTERS = /\p{L}{2,}/u;

const text = {
  create(context) {
    const message = 'Text comes from the messages';
    const foreign = (value) => LETTERS.test(value.replaceAll('RecruitFlow', ''));
    return {
      SvelteText(node) {
        const inside = node.parent?.type === 'SvelteElement' && node.parent.name?.name;
        if (inside !== 'style' && inside !== 'script' && foreign(node.value))
          context.report({ node, message });
      },
      SvelteLiteral(node) {
        const name = node.parent?.key?.name;
        if (READ_OUT.has(name) && foreign(node.value)) context.report({ node, message });
      },
    };
  },
};

const MESSAGES = fileURLToPath(new URL('../messages/en', import.meta.url));
let parts;

/** Every message and the part whose file it stands in: `app`, `shared`, `features/desk/positions`. */
function partsOfMessages() {
  const found = new Map();
  for (const name of readdirSync(MESSAGES, { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const [area, feature] = name.replace('.json', '').split(/[\\/]/);
    const keys = Object.keys(JSON.parse(readFileSync(`${MESSAGES}/${name}`, 'utf8')));
    for (const key of keys)
      found.set(key, feature && area !== 'shared' ? `features/${area}/${feature}` : area);
  }
  return found;
}

/** Why a file may not say words of this part, or null. */
export function foreignWords(file, part) {
  const from = partOf(file);
  if (from === 'shared') return part === 'shared' ? null : `shared/ says its own words only, not ${part}'s`;
  if (!from?.startsWith('features/') || part === 'shared' || part === from || part.startsWith(DESK))
    return null;
  return `${from} says its own words, the desk's and those of shared, not ${part}'s`;
}

const words = {
  create(context) {
    return {
      'MemberExpression[object.name="m"]'(node) {
        parts ??= partsOfMessages();
        const part = parts.get(node.property.name);
        const reason = part && foreignWords(context.filename, part);
        if (reason) context.report({ node, message: `${node.property.name}: ${reason}` });
      },
    };
  },
};

export default { rules: { imports, text, words } };
