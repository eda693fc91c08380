import { asQuery, type Filters } from '../filters/filters';
import { QUEUEABLE } from './forecast';
import { api, told } from '$shared/api/client';
import type { ApplicationRow } from '$shared/api/types';

/** All ids that the filters show, at most 10,000. */
export const allIds = async (filters: Filters) =>
  (await told(api.GET('/api/applications/ids', { params: { query: asQuery(filters) } }))).ids;

export const triggerCalls = (ids: Iterable<number>) =>
  told(api.POST('/api/applications/trigger-calls', { body: { applicationIds: [...ids] } }));

/** Ids of every application that could be called by its status, needed only when some are not loaded. */
export async function queueableIds(chosen: ReadonlySet<number>, rows: readonly ApplicationRow[]) {
  const loaded = new Set(rows.map((row) => row.id));
  if ([...chosen].every((id) => loaded.has(id))) return new Set<number>();
  const query = { status: [...QUEUEABLE] };
  const { ids } = await told(api.GET('/api/applications/ids', { params: { query } }));
  return new Set(ids);
}
