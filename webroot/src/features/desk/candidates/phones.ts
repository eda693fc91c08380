import { api, told } from '$shared/api/client';
import { keys, queryClient } from '$shared/api/queries';

/** The candidate as it is now: whoever corrects it has to have seen its latest version. */
export const candidateQuery = (id: number) => ({
  queryKey: keys.candidate(id),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/candidates/{id}', { params: { path: { id } }, signal })),
});

export const correctPhone = (id: number, version: number, phone: string) =>
  told(api.PATCH('/api/candidates/{id}', { params: { path: { id } }, body: { version, phone } }));

/** Everything that shows the number or what follows from it. */
export function phoneCorrected(id: number): void {
  for (const queryKey of [
    keys.candidate(id),
    keys.candidates,
    keys.applications,
    keys.dashboard,
    ['application'],
  ]) {
    void queryClient.invalidateQueries({ queryKey: [...queryKey] });
  }
}
