import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';

/** The positions to choose from and whether they can be called for. */
export const positionChoices = () => ({
  queryKey: [...keys.positions, 'choices'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await told(api.GET('/api/positions', { params: { query: { pageSize: 200 } }, signal }))).items,
});
