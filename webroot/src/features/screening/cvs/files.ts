import { api, told } from '$shared/api/client';
import { keys, queryClient } from '$shared/api/queries';

const at = (id: number) => ({ params: { path: { id } } });

/** It is the CV of the application that it stands with. */
export const accept = (id: number) => told(api.POST('/api/inbound/unmatched/{id}/accept', at(id)));

/** It is no CV: reminders that waited for the answer go on. */
export const dismiss = (id: number) => told(api.POST('/api/inbound/unmatched/{id}/dismiss', at(id)));

export const reopen = (id: number) => told(api.POST('/api/inbound/unmatched/{id}/reopen', at(id)));

/** Lists that show what waits for a look. */
export function filesChanged(): void {
  for (const queryKey of [keys.unmatched, keys.dashboard, keys.applications])
    void queryClient.invalidateQueries({ queryKey });
}
