// Who may import whom, and that no text a person reads stands outside the messages.

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

export default { rules: { imports, text } };
