import Send from '@lucide/svelte/icons/send';
import { MESSAGE_STATUS, MESSAGE_TYPE } from './words';
import type { ShownMoment } from '$features/desk/applications/detail/timeline/moments';
import type { Channel, MessageStatus, MessageType } from '$features/desk/applications/types';
import { CHANNEL } from '$features/desk/applications/words';
import * as m from '$messages';

/** A message that was sent in the timeline of an application. */
export const messageMoment: ShownMoment = {
  chip: m.messages,
  icon: Send,
  say: ({ from, to, note }) => ({
    title: `${MESSAGE_TYPE[note as MessageType]?.() ?? note ?? ''} · ${CHANNEL[from as Channel]?.() ?? ''}`,
    text: MESSAGE_STATUS[to as MessageStatus]?.label() ?? to ?? '',
  }),
};
