import * as m from '$messages';
import type { Tone } from '$shared/ui/tones';
import type { Channel, Header } from './types';

export const CHANNEL: Record<Channel, () => string> = { email: m.email, whatsapp: m.whatsapp };

export const CLOSED_REASON: Record<NonNullable<Header['closedReason']>, () => string> = {
  cv_received: m.closed_cv_received,
  timeout: m.closed_timeout,
  overdue: m.closed_overdue,
  manual: m.closed_manual,
};

/** 0–100: the colour only repeats what the number says. */
export const scoreTone = (score: number): Tone => (score >= 70 ? 'good' : score >= 40 ? 'warn' : 'bad');
