import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';

/** Pairs of records that may be one person: the newer and the one that was there before. */
export const duplicatesQuery = () => ({
  queryKey: [...keys.candidates, 'duplicates'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await told(api.GET('/api/duplicates', { params: { query: { pageSize: 200 } }, signal }))).items,
});

const at = (id: number) => ({ params: { path: { id } } });
export const merge = (id: number) => told(api.POST('/api/duplicates/{id}/merge', { ...at(id), body: {} }));
export const dismiss = (id: number) => told(api.POST('/api/duplicates/{id}/dismiss', at(id)));
