import { session } from '../session/session.svelte';

export type LiveState = 'connecting' | 'live' | 'lost';
export interface LiveEvent {
  kind: string;
  ids: number[];
  /** Ids that are no numbers, such as `12/40`: import 12 is done to 40 %. */
  names: string[];
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const TOKEN_EXPIRED = 4401;
/** The server closes what is silent for two minutes; an answer that stays away means a dead line. */
const BEAT_MS = 40_000;
const ANSWER_MS = 10_000;

/** How long to wait before the next try: doubling, with chance, so that tabs do not return all at once. */
export function backOff(attempt: number, chance: number): number {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
}

/** What a notification of the server says, or null when it is no live event. Names as ids stand apart. */
export function eventIn(message: unknown): LiveEvent | null {
  const { method, params } = (message ?? {}) as { method?: unknown; params?: Record<string, unknown> };
  if (method !== 'live' || typeof params?.kind !== 'string') return null;
  const ids: unknown[] = Array.isArray(params.ids) ? params.ids : [params.id];
  const names = ids.map(String).filter((id) => !Number.isInteger(Number(id)));
  return { kind: params.kind, ids: ids.map(Number).filter(Number.isInteger), names };
}

/** The WebSocket that tells what changed. It comes back by itself and says when it is away. */
export class Channel {
  state = $state<LiveState>('connecting');
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wanted = false;
  private everLive = false;

  constructor(
    private readonly kinds: readonly string[],
    private readonly onEvent: (event: LiveEvent) => void,
    private readonly onReturn: () => void,
  ) {}

  open(): void {
    this.wanted = true;
    this.connect();
  }

  close(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    clearTimeout(this.beat);
    this.socket?.close();
    this.socket = null;
    this.state = 'connecting';
  }

  /** Tries now instead of at the end of the wait. */
  hurry(): void {
    if (this.state === 'live' || !this.wanted) return;
    clearTimeout(this.timer);
    this.attempt = 0;
    this.connect();
  }

  private connect(): void {
    clearTimeout(this.beat);
    this.socket?.close();
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/rpc`);
    this.socket = socket;
    socket.onopen = () => this.call(socket, 1, 'authenticate', { accessToken: session.accessToken });
    socket.onmessage = (message) => socket === this.socket && this.receive(socket, String(message.data));
    socket.onclose = (closed) => socket === this.socket && void this.lost(closed.code);
  }

  private call(socket: WebSocket, id: number, method: string, params: unknown): void {
    socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
  }

  private receive(socket: WebSocket, text: string): void {
    const message = parsed(text) as { id?: number; error?: unknown } | null;
    if (message?.id === 1) {
      if (message.error) socket.close(TOKEN_EXPIRED);
      else this.subscribe(socket);
    } else if (message?.id === 2) {
      if (message.error) socket.close();
      else this.arrived(socket);
    } else {
      const event = eventIn(message);
      if (event) this.onEvent(event);
    }
  }

  /** Subscribing again changes nothing, so it serves as the question whether the line still lives. */
  private subscribe(socket: WebSocket): void {
    this.call(socket, 2, 'live.subscribe', { kinds: this.kinds });
    clearTimeout(this.beat);
    this.beat = setTimeout(() => this.drop(socket), ANSWER_MS);
  }

  private arrived(socket: WebSocket): void {
    clearTimeout(this.beat);
    this.beat = setTimeout(() => this.subscribe(socket), BEAT_MS);
    if (this.state === 'live') return;
    this.state = 'live';
    this.attempt = 0;
    if (this.everLive) this.onReturn();
    this.everLive = true;
  }

  /** A dead line may take minutes to close: it is given up at once. */
  private drop(socket: WebSocket): void {
    socket.close();
    if (socket === this.socket) void this.lost(0);
  }

  private async lost(code: number): Promise<void> {
    this.socket = null;
    clearTimeout(this.beat);
    if (!this.wanted) return;
    const expired = code === TOKEN_EXPIRED && (await session.renew());
    this.state = expired ? 'connecting' : 'lost';
    if (!this.wanted || session.state !== 'in') return;
    this.timer = setTimeout(() => this.connect(), backOff(this.attempt++, Math.random()));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
