import { createMutation } from '@tanstack/svelte-query';
import { refresh } from '../../application';
import { api } from '$shared/api/client';
import { tell } from '$shared/ui/feedback/toast';

interface Act {
  path: string;
  body?: unknown;
}

/** Does something with an application, says that it is done, and shows the new state. */
export function createAct(id: () => number, said: () => string, after: () => void = () => undefined) {
  return createMutation(() => ({
    mutationFn: ({ path, body }: Act) => api.post(`/api/applications/${id()}/${path}`, body),
    onSuccess: async () => {
      tell.done(said());
      after();
      await refresh(id());
    },
  }));
}
