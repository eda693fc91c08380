import * as m from '$messages';
import type { MessageStatus, MessageType } from '$features/desk/applications/types';
import type { Tone } from '$shared/ui/tones';

export const MESSAGE_STATUS: Record<MessageStatus, { label: () => string; tone: Tone }> = {
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
