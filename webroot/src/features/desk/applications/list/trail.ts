const STORE = 'applications-trail';

/** The list an application was opened from: its neighbours there, and the way back to it. */
export interface Trail {
  ids: number[];
  total: number;
  /** The part of the list's address after the path. */
  address: string;
  /** The one that was looked at last. */
  at?: number;
}

export interface Neighbours {
  previous: number | null;
  next: number | null;
  /** Counted from 1. */
  place: number;
  total: number;
}

export function keepTrail(trail: Trail): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(trail));
  } catch {
    // A browser that keeps nothing shows an application without its neighbours.
  }
}

export function trail(): Trail | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? 'null') as Trail | null;
  } catch {
    return null;
  }
}

/** Remembers which one is looked at, to go on from there in the list. */
export function keepPlace(id: number): void {
  const kept = trail();
  if (kept?.ids.includes(id)) keepTrail({ ...kept, at: id });
}

/**
 * Where the next step from a row leads: to its neighbour, or, when it is not in the list any more, to
 * what has come into its place.
 *
 * @param before the rows as they were when the row was last among them
 */
export function stepFrom(
  id: number | null,
  by: number,
  ids: readonly number[],
  before: readonly number[],
): number | null {
  const at = id === null ? -1 : ids.indexOf(id);
  if (at >= 0) return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
  const was = id === null ? -1 : before.indexOf(id);
  if (was < 0) return ids[0] ?? null;
  const present = new Set(ids);
  const onwards = by > 0 ? before.slice(was + 1) : before.slice(0, was).reverse();
  return onwards.find((one) => present.has(one)) ?? (by > 0 ? ids.at(-1) : ids[0]) ?? null;
}

export function neighbours(trail: Trail | null, id: number): Neighbours | null {
  const index = trail?.ids.indexOf(id) ?? -1;
  if (!trail || index < 0) return null;
  return {
    previous: trail.ids[index - 1] ?? null,
    next: trail.ids[index + 1] ?? null,
    place: index + 1,
    total: Math.max(trail.total, trail.ids.length),
  };
}
