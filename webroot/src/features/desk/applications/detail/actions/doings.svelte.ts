import { refresh } from '../../application';
import { triggerCalls } from '../../list/trigger/trigger';
import { reasonWords } from '../../reasons';
import type { Action, ApplicationDetail, Header } from '../../types';
import * as m from '$messages';
import { api } from '$shared/api/client';
import { tell } from '$shared/ui/feedback/toast';

/** What is done with one application at a click, without a form. */
export class Doings {
  busy = $state<Action | null>(null);

  constructor(private readonly application: () => Header) {}

  private get path(): string {
    return `/api/applications/${this.application().id}`;
  }

  callNow(): void {
    void this.run('call_now', async () => {
      await api.post(`${this.path}/call-now`);
      tell.done(m.calling());
    });
  }

  queue(): void {
    void this.run('requeue', async () => {
      const { refused } = await triggerCalls([this.application().id]);
      if (refused[0]) tell.refused(reasonWords(refused[0].reason));
      else tell.done(m.queued_one());
    });
  }

  followUp(): void {
    void this.run('follow_up', async () => {
      await api.post(`${this.path}/follow-up`);
      tell.done(m.follow_up_sent());
    });
  }

  /** Closing can be taken back, except where it lost the time of a call-back. */
  close(): void {
    const before = this.application();
    void this.run('close', async () => {
      const closed = await api.post<ApplicationDetail>(`${this.path}/close`);
      if (before.status === 'callback_scheduled') tell.done(m.closed_toast());
      else tell.undoable(m.closed_toast(), () => this.reopen(before, closed.application.version));
    });
  }

  private reopen(before: Header, version: number): void {
    void this.run('override', async () => {
      const body = { status: before.status, note: m.close_undone_note(), version };
      await api.post(`/api/applications/${before.id}/status`, body);
      await refresh(before.id);
    });
  }

  private async run(action: Action, deed: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = action;
    const id = this.application().id;
    try {
      await deed();
    } catch (error) {
      tell.failed(error);
    } finally {
      this.busy = null;
      await refresh(id);
    }
  }
}
