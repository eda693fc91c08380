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

  /** Closing can be taken back, with all that was shown before. */
  close(): void {
    const { id } = this;
    void this.run('close', async () => {
      const closed = await acts.close(id);
      tell.undoable(m.closed_toast(), () => this.reopen(id, closed.application.version));
    });
  }

  private reopen(id: number, version: number): void {
    void this.run('override', async () => {
      await acts.undoClose(id, { version });
      await refresh(id);
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
