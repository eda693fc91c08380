import { refresh } from '../../application';
import { triggerCalls } from '../../list/trigger/trigger';
import { reasonWords } from '../../reasons';
import type { Action, Header } from '../../types';
import * as m from '$messages';
import { acts } from './acts';
import { tell } from '$shared/ui/feedback/toast';

/** What is done with one application at a click, without a form. */
export class Doings {
  busy = $state<Action | null>(null);

  constructor(private readonly application: () => Header) {}

  private get id(): number {
    return this.application().id;
  }

  callNow(): void {
    void this.run('call_now', async () => {
      await acts.callNow(this.id);
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
      await acts.followUp(this.id);
      tell.done(m.follow_up_sent());
    });
  }

  /** Closing can be taken back, except where it lost the time of a call-back. */
  close(): void {
    const before = this.application();
    void this.run('close', async () => {
      const closed = await acts.close(this.id);
      if (before.status === 'callback_scheduled') tell.done(m.closed_toast());
      else tell.undoable(m.closed_toast(), () => this.reopen(before, closed.application.version));
    });
  }

  private reopen(before: Header, version: number): void {
    void this.run('override', async () => {
      const body = { status: before.status, note: m.close_undone_note(), version };
      await acts.setStatus(before.id, body);
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
