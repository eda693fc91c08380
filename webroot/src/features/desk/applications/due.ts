import { about } from '$shared/about/about.svelte';
import type { ApplicationRow } from '$shared/api/types';

/** When the candidate is called next, if that is planned and still ahead. */
export function dueAt(row: Pick<ApplicationRow, 'status' | 'callbackAt' | 'nextCallAt'>): string | null {
  if (row.status === 'callback_scheduled') return row.callbackAt;
  const retry = row.status === 'call_queued' ? row.nextCallAt : null;
  return retry && new Date(retry) > about.now ? retry : null;
}
