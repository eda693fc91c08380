/** The text before, inside and after a quote; spaces and upper case are not told apart. Null when it is not there. */
export function splitAt(text: string, quote: string | null): [string, string, string] | null {
  const words = quote?.trim().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(escaped.join('\\s+'), 'iu').exec(text);
  if (!found) return null;
  const end = found.index + found[0].length;
  return [text.slice(0, found.index), found[0], text.slice(end)];
}
