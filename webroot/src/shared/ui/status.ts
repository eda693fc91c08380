import * as m from '$messages';
import type { ApplicationStatus, PositionStatus } from '../api/types';
import type { Tone } from './tones';

interface Shown {
  label: () => string;
  tone: Tone;
}

/** The 18 states of an application: grey waits, blue runs, violet asks, green is good, amber and red need a look. */
export const APPLICATION_STATUS: Record<ApplicationStatus, Shown> = {
  pending_call: { label: m.status_pending_call, tone: 'quiet' },
  call_queued: { label: m.status_call_queued, tone: 'info' },
  call_in_progress: { label: m.status_call_in_progress, tone: 'info' },
  call_completed: { label: m.status_call_completed, tone: 'info' },
  scoring: { label: m.status_scoring, tone: 'info' },
  qualified: { label: m.status_qualified, tone: 'good' },
  not_qualified: { label: m.status_not_qualified, tone: 'quiet' },
  awaiting_cv: { label: m.status_awaiting_cv, tone: 'violet' },
  cv_followup_1: { label: m.status_cv_followup_1, tone: 'violet' },
  cv_followup_2: { label: m.status_cv_followup_2, tone: 'violet' },
  cv_overdue: { label: m.status_cv_overdue, tone: 'warn' },
  awaiting_cv_rejected: { label: m.status_awaiting_cv_rejected, tone: 'quiet' },
  cv_received: { label: m.status_cv_received, tone: 'good' },
  cv_received_rejected: { label: m.status_cv_received_rejected, tone: 'quiet' },
  callback_scheduled: { label: m.status_callback_scheduled, tone: 'accent' },
  needs_human: { label: m.status_needs_human, tone: 'warn' },
  call_failed: { label: m.status_call_failed, tone: 'bad' },
  closed: { label: m.status_closed, tone: 'quiet' },
};

export const POSITION_STATUS: Record<PositionStatus, Shown> = {
  open: { label: m.position_status_open, tone: 'good' },
  paused: { label: m.position_status_paused, tone: 'warn' },
  closed: { label: m.position_status_closed, tone: 'quiet' },
};
