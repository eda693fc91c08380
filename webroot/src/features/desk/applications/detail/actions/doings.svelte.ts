import { refresh } from '../../application';
import { triggerCalls } from '../../list/trigger/trigger';
import { refusedWords } from '../../reasons';
import type { Action, Header } from '../../types';
import * as m from '$messages';
import { acts } from './acts';
import { Pause } from './pause.svelte';
import { tell } from '$shared/ui/feedback/toast';

const pause = new Pause();

/** What is done with one application at a click, without a form. */
export class Doings {
  busy = $state<Action | null>(null);

  constructor(private readonly application: () => Header) {}

  private get id(): number {
    return this.application().id;
  }

  /** Seconds until it is phoned; null when no call waits. */
  get callsIn(): number | null {
    return pause.secondsLeft(this.id);
  }

  /** Phones in five seconds; asked again in between, not at all. */
  callNow(): void {
    const { id } = this;
    if (this.callsIn !== null) return this.cancelCall(id);
    const name = this.application().candidateName;
    const call = async () => {
      await acts.callNow(id);
      tell.done(m.calling());
    };
    const endNotice = tell.pending(m.calling_soon({ name }), m.cancel(), () => this.cancelCall(id));
    pause.begin(id, () => void this.attempt('call_now', id, call), endNotice);
  }

  private cancelCall(id: number): void {
    pause.callOff(id);
    tell.done(m.call_cancelled_toast());
  }

  queue(): void {
    void this.run('requeue', async () => {
      const { refused } = await triggerCalls([this.application().id]);
      if (refused[0]) tell.refused(refusedWords(refused[0]));
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
    if (!this.busy) await this.attempt(action, this.id, deed);
  }

  private async attempt(action: Action, id: number, deed: () => Promise<void>): Promise<void> {
    this.busy = action;
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
