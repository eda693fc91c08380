import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { Page, PositionRow } from '$shared/api/types';

/** The positions to choose from and whether they can be called for. */
export const positionChoices = () => ({
  queryKey: [...keys.positions, 'choices'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await api.get<Page<PositionRow>>('/api/positions', { pageSize: 200 }, signal)).items,
});
