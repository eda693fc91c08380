import { SvelteMap } from 'svelte/reactivity';

const SECONDS = 5;

/**
 * Deeds that wait a moment, in which they can be called off: what leaves the house cannot be taken back.
 * They belong to the tab, not to a page, so that leaving the page neither hastens nor loses them.
 */
export class Pause {
  private readonly waiting = new SvelteMap<number, { seconds: number; end: () => void }>();

  /** Seconds until the deed for this id is done; null when none waits. */
  secondsLeft(id: number): number | null {
    return this.waiting.get(id)?.seconds ?? null;
  }

  /**
   * Does it in five seconds, unless it is called off; one deed at a time for an id.
   *
   * @param ended told when nothing waits any more, however it came about
   */
  begin(id: number, deed: () => void, ended: () => void = () => undefined): void {
    if (this.waiting.has(id)) return;
    const timer = setInterval(() => this.second(id, deed), 1000);
    const end = () => {
      clearInterval(timer);
      ended();
    };
    this.waiting.set(id, { seconds: SECONDS, end });
  }

  callOff(id: number): void {
    this.waiting.get(id)?.end();
    this.waiting.delete(id);
  }

  private second(id: number, deed: () => void): void {
    const now = this.waiting.get(id);
    if (!now) return;
    if (now.seconds > 1) return void this.waiting.set(id, { ...now, seconds: now.seconds - 1 });
    this.callOff(id);
    deed();
  }
}
