import * as m from '$messages';
import type { Tone } from '$shared/ui/tones';
import type { CallStatus } from '$features/desk/applications/types';

/** What a call's status is called and how it looks. */
export const CALL_STATUS: Record<CallStatus, { label: () => string; tone: Tone }> = {
  submitting: { label: m.call_submitting, tone: 'info' },
  initiated: { label: m.call_initiated, tone: 'info' },
  in_progress: { label: m.call_in_progress, tone: 'info' },
  completed: { label: m.call_completed, tone: 'good' },
  no_answer: { label: m.call_no_answer, tone: 'warn' },
  busy: { label: m.call_busy, tone: 'warn' },
  voicemail: { label: m.call_voicemail, tone: 'warn' },
  failed: { label: m.call_failed, tone: 'bad' },
  unknown: { label: m.call_unknown, tone: 'warn' },
  cancelled: { label: m.call_cancelled, tone: 'quiet' },
};

const OPEN: readonly CallStatus[] = ['submitting', 'initiated', 'in_progress', 'unknown'];
export const isOpen = (status: CallStatus) => OPEN.includes(status);
