const STORE = 'applications-trail';

/** The list an application was opened from: its neighbours there, and the way back to it. */
export interface Trail {
  ids: number[];
  total: number;
  /** The part of the list's address after the path. */
  address: string;
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
