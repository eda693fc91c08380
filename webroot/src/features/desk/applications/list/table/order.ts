import type { ApplicationRow } from '$shared/api/types';

/** The order in which rows were first shown, and the newest activity then. */
export interface Order {
  ids: readonly number[];
  newest: string;
}

export const orderOf = (rows: readonly ApplicationRow[]): Order => ({
  ids: rows.map((row) => row.id),
  newest: rows.reduce((latest, row) => (row.lastActivityAt > latest ? row.lastActivityAt : latest), ''),
});

/** Each row once: two pages overlap when something moved between them. */
export const distinct = (rows: readonly ApplicationRow[]) => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/**
 * Fresh rows in the order that is on the screen, so that nothing jumps while people act on it: rows
 * that are gone leave, rows that were active since come on top, rows of further pages at the end.
 */
export function settle(order: Order, fresh: readonly ApplicationRow[]): ApplicationRow[] {
  const place = new Map(order.ids.map((id, index) => [id, index]));
  const known: ApplicationRow[] = [];
  const above: ApplicationRow[] = [];
  const below: ApplicationRow[] = [];
  for (const row of distinct(fresh)) {
    if (place.has(row.id)) known.push(row);
    else if (row.lastActivityAt > order.newest) above.push(row);
    else below.push(row);
  }
  known.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return [...above, ...known, ...below];
}

export const sameOrder = (a: readonly { id: number }[], b: readonly { id: number }[]) =>
  a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
