/** What stands in a sentence of the server, by name. */
export type Params = Record<string, string>;

/** How a sentence is said on the screens, by the server's code for it. */
export type Codes = Record<string, (params: Params) => string>;

/**
 * Sentences that the server tells in English only, each with what it is on the screens. What stands in
 * the groups of the pattern is handed over in order.
 */
export type Sentences = readonly (readonly [RegExp, (...groups: string[]) => string])[];

/** The words for a code; null for one that the screens do not know. */
export function byCode(codes: Codes, code: string | undefined, params: Params = {}): string | null {
  return (code && Object.hasOwn(codes, code) && codes[code]?.(params)) || null;
}

/** The words for a sentence; what the screens do not know stays as the server said it. */
export function bySentence(sentences: Sentences, text: string): string {
  for (const [pattern, say] of sentences) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1).map((group) => group ?? ''));
  }
  return text;
}
