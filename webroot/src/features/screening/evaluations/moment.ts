import Gauge from '@lucide/svelte/icons/gauge';
import { OUTCOME } from './outcome';
import type { ShownMoment } from '$features/desk/applications/detail/timeline/moments';
import type { Outcome } from '$features/desk/applications/types';
import * as m from '$messages';

/** A verdict in the timeline of an application, shown with the calls it judges. */
export const evaluationMoment: ShownMoment = {
  chip: m.calls,
  icon: Gauge,
  say: ({ to, note }) => ({
    title: m.moment_evaluation({ outcome: OUTCOME[to as Outcome]?.label() ?? to ?? '' }),
    text: note && (to === 'qualified' || to === 'not_qualified') ? `${m.score()} ${note}` : '',
  }),
};
