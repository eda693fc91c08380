import * as m from '$messages';
import { CALL_STATUS } from '$features/calls/status';
import type { CallStatus } from '$features/calls/types';
import type { ApplicationStatus } from '$shared/api/types';
import { APPLICATION_STATUS } from '$shared/ui/status';
import type { Channel, CvSource, MessageStatus, MessageType, Moment, MomentKind, Outcome } from '../types';
import { CHANNEL, CV_SOURCE, MESSAGE_STATUS, MESSAGE_TYPE, OUTCOME } from '../words';

/** The filter chips; a verdict is shown with the calls it judges. */
export const CHIPS: Record<string, { label: () => string; kinds: readonly MomentKind[] }> = {
  status: { label: m.chip_status, kinds: ['status'] },
  call: { label: m.calls, kinds: ['call', 'evaluation'] },
  message: { label: m.messages, kinds: ['message', 'reply'] },
  cv: { label: m.cvs, kinds: ['cv'] },
  note: { label: m.notes, kinds: ['note'] },
};

const statusName = (status: string | null) =>
  APPLICATION_STATUS[status as ApplicationStatus]?.label() ?? status ?? '';

const SAY: Record<MomentKind, (moment: Moment) => { title: string; text: string }> = {
  status: ({ from, to, note }) => ({
    title: from
      ? m.moment_status({ from: statusName(from), to: statusName(to) })
      : m.moment_created({ to: statusName(to) }),
    text: note ?? '',
  }),
  call: ({ to, note }) => ({
    title: m.moment_call({ status: CALL_STATUS[to as CallStatus]?.label() ?? to ?? '' }),
    text: note ?? '',
  }),
  evaluation: ({ to, note }) => ({
    title: m.moment_evaluation({ outcome: OUTCOME[to as Outcome]?.label() ?? to ?? '' }),
    text: note && (to === 'qualified' || to === 'not_qualified') ? `${m.score()} ${note}` : '',
  }),
  message: ({ from, to, note }) => ({
    title: `${MESSAGE_TYPE[note as MessageType]?.() ?? note ?? ''} · ${CHANNEL[from as Channel]?.() ?? ''}`,
    text: MESSAGE_STATUS[to as MessageStatus]?.label() ?? to ?? '',
  }),
  reply: ({ from, note }) => ({
    title: m.moment_reply({ channel: CHANNEL[from as Channel]?.() ?? from ?? '' }),
    text: note ?? '',
  }),
  cv: ({ from, note }) => ({
    title: m.moment_cv({ source: CV_SOURCE[from as CvSource]?.() ?? from ?? '' }),
    text: note ?? '',
  }),
  note: ({ note }) => ({ title: m.note(), text: note ?? '' }),
};

/** What a moment of the timeline says. */
export const describe = (moment: Moment) => SAY[moment.kind]?.(moment) ?? { title: moment.kind, text: '' };
