import type { RecentEvent } from './types';
import * as m from '$messages';
import type { ApplicationStatus } from '$shared/api/types';
import { APPLICATION_STATUS } from '$shared/ui/status';

const statusName = (status: string | null | undefined) =>
  APPLICATION_STATUS[status as ApplicationStatus]?.label() ?? status ?? '';

const OTHER: Record<string, () => string> = {
  call: m.recent_call,
  message: m.recent_message,
  reply: m.recent_reply,
  cv: m.recent_cv,
  note: m.recent_note,
  evaluation: m.recent_evaluation,
};

/** What happened, after the name of whom it happened to. */
export function recentText(event: RecentEvent): string {
  const { from, to } = event.text ?? {};
  if (event.kind === 'status' && from) return `${statusName(from)} → ${statusName(to)}`;
  if (event.kind === 'status') return m.recent_new();
  return OTHER[event.kind]?.() ?? '';
}
