import type { Effect, ImportRow } from '$shared/api/types';

export type RowFilter = Effect | 'warning' | 'duplicate' | 'all';

const matches: Record<RowFilter, (row: ImportRow) => boolean> = {
  all: () => true,
  create: (row) => row.effect === 'create',
  update: (row) => row.effect === 'update',
  skip: (row) => row.effect === 'skip',
  refuse: (row) => row.effect === 'refuse',
  warning: (row) => row.warning !== null,
  duplicate: (row) => row.duplicateOf !== null,
};

export const rowsOf = (rows: readonly ImportRow[], filter: RowFilter) => rows.filter(matches[filter]);
export const countOf = (rows: readonly ImportRow[], filter: RowFilter) => rowsOf(rows, filter).length;

/** How many rows of the file will change something. */
export const effective = (rows: readonly ImportRow[]) => countOf(rows, 'create') + countOf(rows, 'update');

/** 1536 → “1.5 kB”. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
