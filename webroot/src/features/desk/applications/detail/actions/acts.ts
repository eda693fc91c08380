import { createMutation } from '@tanstack/svelte-query';
import { refresh } from '../../application';
import { api, told } from '$shared/api/client';
import type { BodyOf } from '$shared/api/types';
import { tell } from '$shared/ui/feedback/toast';

const at = (id: number) => ({ params: { path: { id } } });

/** What can be done with an application. */
export const acts = {
  callNow: (id: number) => told(api.POST('/api/applications/{id}/call-now', at(id))),
  followUp: (id: number) => told(api.POST('/api/applications/{id}/follow-up', at(id))),
  close: (id: number) => told(api.POST('/api/applications/{id}/close', { ...at(id), body: {} })),
  schedule: (id: number, body: BodyOf<'calls.scheduleCallback'>) =>
    told(api.POST('/api/applications/{id}/callback', { ...at(id), body })),
  send: (id: number, body: BodyOf<'messages.send'>) =>
    told(api.POST('/api/applications/{id}/messages', { ...at(id), body })),
  note: (id: number, body: BodyOf<'applications.addNote'>) =>
    told(api.POST('/api/applications/{id}/notes', { ...at(id), body })),
  undoClose: (id: number, body: BodyOf<'applications.undoClose'>) =>
    told(api.POST('/api/applications/{id}/undo-close', { ...at(id), body })),
  setStatus: (id: number, body: BodyOf<'applications.setStatus'>) =>
    told(api.POST('/api/applications/{id}/status', { ...at(id), body })),
};

/** Does something with an application, says that it is done, and shows the new state. */
export function createAct<Body>(
  id: () => number,
  act: (id: number, body: Body) => Promise<unknown>,
  said: () => string,
  after: () => void = () => undefined,
) {
  return createMutation(() => ({
    mutationFn: (body: Body) => act(id(), body),
    onSuccess: async () => {
      tell.done(said());
      after();
      await refresh(id());
    },
  }));
}
