import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import MessageSquareReply from '@lucide/svelte/icons/message-square-reply';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import type { Component } from 'svelte';
import * as m from '$messages';
import type { ApplicationStatus } from '$shared/api/types';
import { APPLICATION_STATUS } from '$shared/ui/status';
import type { Channel, Moment, MomentKind } from '../../types';
import { toldWords } from '../../told';
import { sentWords } from '../../wordless';
import { CHANNEL } from '../../words';

/** How moments of one kind are shown; those with the same chip are filtered together. */
export interface ShownMoment {
  chip: () => string;
  icon: Component;
  say: (moment: Moment) => { title: string; text: string };
}

/** The timeline is one; every feature says how its own kinds of moment are shown in it. */
export type ShownMoments = Record<MomentKind, ShownMoment>;

const statusName = (status: string | null) =>
  APPLICATION_STATUS[status as ApplicationStatus]?.label() ?? status ?? '';

export const statusMoment: ShownMoment = {
  chip: m.chip_status,
  icon: ArrowRightLeft,
  say: ({ from, to, by, note }) => ({
    title: from
      ? m.moment_status({ from: statusName(from), to: statusName(to) })
      : m.moment_created({ to: statusName(to) }),
    // What a person wrote stays as it was written.
    text: by || !note ? (note ?? '') : toldWords(note),
  }),
};

export const replyMoment: ShownMoment = {
  chip: m.messages,
  icon: MessageSquareReply,
  say: ({ from, note }) => ({
    title: m.moment_reply({ channel: CHANNEL[from as Channel]?.() ?? from ?? '' }),
    text: sentWords(note ?? ''),
  }),
};

export const noteMoment: ShownMoment = {
  chip: m.notes,
  icon: StickyNote,
  say: ({ by, note }) => ({ title: m.note(), text: by || !note ? (note ?? '') : toldWords(note) }),
};
