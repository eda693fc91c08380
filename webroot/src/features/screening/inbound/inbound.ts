import { api, told } from '$shared/api/client';
import type { UnmatchedItem, UnmatchedPage } from '$shared/api/openapi';
import { keys } from '$shared/api/queries';

/** Something that came in with a file and that belongs to nobody known. */
export type Unmatched = UnmatchedItem;

export const unmatchedQuery = (resolved: boolean) => ({
  queryKey: [...keys.unmatched, { resolved }],
  queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: number }) => {
    const query = { resolved, page: pageParam, pageSize: 50 };
    return told(api.GET('/api/inbound/unmatched', { params: { query }, signal }));
  },
  initialPageParam: 1,
  getNextPageParam: (last: UnmatchedPage) => (last.next === null ? null : Number(last.next)),
});

/** Applications that a few letters of a name, number or address may mean. */
export const suggestions = (q: string) => ({
  queryKey: [...keys.applications, 'suggestions', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/applications', { params: { query: { q, pageSize: 20 } }, signal })),
});

export const assign = (id: number, applicationId: number) =>
  told(api.POST('/api/inbound/unmatched/{id}/assign', { params: { path: { id } }, body: { applicationId } }));

const at = (id: number) => ({ params: { path: { id } } });

/** It is no CV, of nobody; what waited for the answer goes on. */
export const dismiss = (id: number) => told(api.POST('/api/inbound/unmatched/{id}/dismiss', at(id)));
export const reopen = (id: number) => told(api.POST('/api/inbound/unmatched/{id}/reopen', at(id)));
