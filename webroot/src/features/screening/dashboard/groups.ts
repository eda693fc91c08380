import type { GroupName, Groups } from './types';
import * as m from '$messages';

interface Group {
  name: GroupName;
  /** As the list of applications calls it in its address. */
  filter: string;
  label: () => string;
  colour: string;
}

export const GROUPS: readonly Group[] = [
  { name: 'pendingCalls', filter: 'pending_calls', label: m.group_pending_calls, colour: 'text-line-strong' },
  { name: 'inProgress', filter: 'in_progress', label: m.group_in_progress, colour: 'text-info-ink' },
  { name: 'awaitingCv', filter: 'awaiting_cv', label: m.group_awaiting_cv, colour: 'text-violet-ink' },
  { name: 'completed', filter: 'completed', label: m.group_completed, colour: 'text-good-ink' },
];

export const totalOf = (groups: Groups) => GROUPS.reduce((sum, group) => sum + groups[group.name], 0);

/** Where each part of a bar starts and how wide it is, in hundredths; empty parts are left out. */
export function segments(
  groups: Groups,
  gap: number,
): { name: GroupName; colour: string; x: number; width: number }[] {
  const shown = GROUPS.filter((group) => groups[group.name] > 0);
  const total = totalOf(groups);
  const room = 100 - gap * Math.max(0, shown.length - 1);
  let x = 0;
  return shown.map(({ name, colour }) => {
    const segment = { name, colour, x, width: (room * groups[name]) / total };
    x += segment.width + gap;
    return segment;
  });
}
