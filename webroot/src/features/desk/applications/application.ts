import { api } from '$shared/api/client';
import { keys, queryClient } from '$shared/api/queries';
import type { ApplicationDetail } from './types';

/** One application with everything that belongs to it. */
export const applicationQuery = <C = unknown>(id: number) => ({
  queryKey: keys.application(id),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<ApplicationDetail<C>>(`/api/applications/${id}`, undefined, signal),
});

/** Shows what an action answered, or asks again where it answered something else. */
export async function refresh(id: number): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: keys.application(id) });
  void queryClient.invalidateQueries({ queryKey: keys.applications });
}
