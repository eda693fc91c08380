import * as m from '$messages';
import type { Tone } from '$shared/ui/tones';
import type { Channel, CvSource, Header, MatchMethod, MessageStatus, MessageType, Outcome } from './types';

interface Shown {
  label: () => string;
  tone: Tone;
}

export const OUTCOME: Record<Outcome, Shown> = {
  qualified: { label: m.outcome_qualified, tone: 'good' },
  not_qualified: { label: m.outcome_not_qualified, tone: 'quiet' },
  callback_requested: { label: m.outcome_callback_requested, tone: 'accent' },
  needs_human: { label: m.outcome_needs_human, tone: 'warn' },
};

export const MESSAGE_STATUS: Record<MessageStatus, Shown> = {
  pending: { label: m.message_pending, tone: 'info' },
  sent: { label: m.message_sent, tone: 'info' },
  delivered: { label: m.message_delivered, tone: 'good' },
  failed: { label: m.message_failed, tone: 'bad' },
  unknown: { label: m.message_unknown, tone: 'warn' },
};

export const MESSAGE_TYPE: Record<MessageType, () => string> = {
  cv_request: m.type_cv_request,
  cv_request_rejected: m.type_cv_request_rejected,
  cv_followup_1: m.type_cv_followup_1,
  cv_followup_2: m.type_cv_followup_2,
  rejection: m.type_rejection,
  other: m.type_other,
};

export const CHANNEL: Record<Channel, () => string> = { email: m.email, whatsapp: m.whatsapp };

export const CV_SOURCE: Record<CvSource, () => string> = {
  email_attachment: m.cv_source_email_attachment,
  whatsapp_media: m.cv_source_whatsapp_media,
  manual_upload: m.cv_source_manual_upload,
};

export const MATCH_METHOD: Record<MatchMethod, () => string> = {
  exact_email: m.match_exact_email,
  exact_phone: m.match_exact_phone,
  subject_id: m.match_subject_id,
  fuzzy_name: m.match_fuzzy_name,
  cv_content: m.match_cv_content,
  manual: m.match_manual,
};

export const CLOSED_REASON: Record<NonNullable<Header['closedReason']>, () => string> = {
  cv_received: m.closed_cv_received,
  timeout: m.closed_timeout,
  overdue: m.closed_overdue,
  manual: m.closed_manual,
};

/** 0–100: the colour only repeats what the number says. */
export const scoreTone = (score: number): Tone => (score >= 70 ? 'good' : score >= 40 ? 'warn' : 'bad');
