import { api, told } from '$shared/api/client';
import { keys, queryClient } from '$shared/api/queries';

/** One application with everything that belongs to it. */
export const applicationQuery = (id: number) => ({
  queryKey: keys.application(id),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/applications/{id}', { params: { path: { id } }, signal })),
});

/** Shows what an action answered, or asks again where it answered something else. */
export async function refresh(id: number): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: keys.application(id) });
  void queryClient.invalidateQueries({ queryKey: keys.applications });
}
