import * as m from '$messages';
import type { Outcome } from '$features/desk/applications/types';
import type { Tone } from '$shared/ui/tones';

/** What a scored conversation came to and how it looks. */
export const OUTCOME: Record<Outcome, { label: () => string; tone: Tone }> = {
  qualified: { label: m.outcome_qualified, tone: 'good' },
  not_qualified: { label: m.outcome_not_qualified, tone: 'quiet' },
  callback_requested: { label: m.outcome_callback_requested, tone: 'accent' },
  needs_human: { label: m.outcome_needs_human, tone: 'warn' },
};
