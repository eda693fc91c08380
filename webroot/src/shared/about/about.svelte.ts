import type { About } from '../api/types';
import { ApiError } from '../api/errors';

/** What the server says of itself, and its clock: business time runs ahead in a sandbox. */
class AboutServer {
  data = $state<About | null>(null);
  unreachable = $state(false);
  private businessAtLoad = 0;
  private realAtLoad = 0;
  private tick = $state(0);

  readonly timeZone = $derived(this.data?.timeZone ?? 'Europe/Bucharest');
  readonly sandbox = $derived(this.data?.sandbox ?? false);
  readonly speed = $derived(this.data?.sandbox ? (this.data.sandboxSpeed ?? 1) : 1);
  /** Business time now, moving every second. */
  readonly now = $derived.by(() => {
    void this.tick;
    return this.data ? new Date(this.businessNow()) : new Date();
  });

  async load(): Promise<void> {
    try {
      const response = await fetch('/api/about');
      if (!response.ok) throw new ApiError('unavailable', '');
      const data = (await response.json()) as About;
      this.data = data;
      this.realAtLoad = performance.now();
      this.businessAtLoad = Date.parse(data.businessNow);
      this.unreachable = false;
    } catch {
      this.unreachable = true;
    }
  }

  /** Keeps {@link now} moving until the returned function is called. */
  run(): () => void {
    const timer = setInterval(() => this.tick++, 1000);
    const reload = setInterval(() => void this.load(), 60_000);
    return () => {
      clearInterval(timer);
      clearInterval(reload);
    };
  }

  private businessNow(): number {
    return this.businessAtLoad + (performance.now() - this.realAtLoad) * this.speed;
  }
}

export const about = new AboutServer();
