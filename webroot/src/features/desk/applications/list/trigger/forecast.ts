import type { ApplicationRow, ApplicationStatus, PositionRow } from '$shared/api/types';

/** The statuses from which somebody is called. */
export const QUEUEABLE: readonly ApplicationStatus[] = ['pending_call', 'call_failed'];

/** How many of the chosen the server will presumably queue, and why not the rest. It decides anew. */
export interface Forecast {
  queued: number;
  wrongStatus: number;
  duplicates: number;
  positions: number;
}

/**
 * @param rows the chosen ones that are loaded
 * @param queueable ids in a status that is called, for those that are not loaded
 */
export function forecast(
  chosen: ReadonlySet<number>,
  rows: readonly ApplicationRow[],
  queueable: ReadonlySet<number>,
  positions: readonly PositionRow[],
): Forecast {
  const loaded = new Map(rows.map((row) => [row.id, row]));
  const byId = new Map(positions.map((position) => [position.id, position]));
  const told: Forecast = { queued: 0, wrongStatus: 0, duplicates: 0, positions: 0 };
  for (const id of chosen) told[fate(loaded.get(id), queueable.has(id), byId)]++;
  return told;
}

function fate(
  row: ApplicationRow | undefined,
  queueable: boolean,
  positions: ReadonlyMap<number, PositionRow>,
): keyof Forecast {
  if (!(row ? QUEUEABLE.includes(row.status) : queueable)) return 'wrongStatus';
  if (row?.heldAsDuplicate) return 'duplicates';
  const position = row && positions.get(row.positionId);
  return position && (position.status !== 'open' || !position.callable) ? 'positions' : 'queued';
}
