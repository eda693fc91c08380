/** What a colour means. Colour never stands alone: each badge carries its word. */
export type Tone = 'quiet' | 'info' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';

export const TONES: Record<Tone, string> = {
  quiet: 'bg-quiet-soft text-quiet-ink',
  info: 'bg-info-soft text-info-ink',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
  violet: 'bg-violet-soft text-violet-ink',
};
