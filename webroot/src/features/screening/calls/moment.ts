import Phone from '@lucide/svelte/icons/phone';
import { CALL_STATUS } from './status';
import type { ShownMoment } from '$features/desk/applications/detail/timeline/moments';
import { toldWords } from '$features/desk/applications/told';
import type { CallStatus } from '$features/desk/applications/types';
import * as m from '$messages';

/** A call in the timeline of an application. */
export const callMoment: ShownMoment = {
  chip: m.calls,
  icon: Phone,
  say: ({ to, note }) => ({
    title: m.moment_call({ status: CALL_STATUS[to as CallStatus]?.label() ?? to ?? '' }),
    text: note ? toldWords(note) : '',
  }),
};
