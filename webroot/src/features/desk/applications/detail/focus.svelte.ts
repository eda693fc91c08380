/** The place in a transcript that something points at: a quote of a verdict, a line of the timeline. */
export class TranscriptFocus {
  callId = $state<number | null>(null);
  turn = $state<number | null>(null);
  quote = $state<string | null>(null);
  /** Counts the jumps, so that the same place can be asked for again. */
  jumps = $state(0);

  show(callId: number, turn: number | null = null, quote: string | null = null): void {
    this.callId = callId;
    this.turn = turn;
    this.quote = quote;
    this.jumps++;
  }

  clear(): void {
    this.callId = this.turn = this.quote = null;
  }
}
