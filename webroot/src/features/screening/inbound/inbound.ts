import { api, told } from '$shared/api/client';
import type { UnmatchedItem } from '$shared/api/openapi';
import { keys } from '$shared/api/queries';

/** Something that came in with a file and that belongs to nobody known. */
export type Unmatched = UnmatchedItem;

export const unmatchedQuery = (resolved: boolean) => ({
  queryKey: [...keys.unmatched, { resolved }],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/inbound/unmatched', { params: { query: { resolved, pageSize: 200 } }, signal })),
});

/** Applications that a few letters of a name, number or address may mean. */
export const suggestions = (q: string) => ({
  queryKey: [...keys.applications, 'suggestions', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/applications', { params: { query: { q, pageSize: 20 } }, signal })),
});

export const assign = (id: number, applicationId: number) =>
  told(api.POST('/api/inbound/unmatched/{id}/assign', { params: { path: { id } }, body: { applicationId } }));
