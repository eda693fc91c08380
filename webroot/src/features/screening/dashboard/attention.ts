import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import FileCheck from '@lucide/svelte/icons/file-check';
import FileQuestion from '@lucide/svelte/icons/file-question-mark';
import FileSearch from '@lucide/svelte/icons/file-search';
import FileWarning from '@lucide/svelte/icons/file-warning';
import Hand from '@lucide/svelte/icons/hand';
import MailWarning from '@lucide/svelte/icons/mail-warning';
import PhoneMissed from '@lucide/svelte/icons/phone-missed';
import PlugZap from '@lucide/svelte/icons/plug-zap';
import UserRound from '@lucide/svelte/icons/user-round';
import UsersRound from '@lucide/svelte/icons/users-round';
import type { Component } from 'svelte';
import type { Attention, AttentionKind, GroupOfAttention } from './types';
import * as m from '$messages';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import { paths } from '$shared/nav/nav';

interface Shown {
  label: () => string;
  icon: Component;
  look: string;
  /** The part of the application's page where it is resolved. */
  part?: string;
}

export const ATTENTION: Record<AttentionKind, Shown> = {
  needs_human: { label: m.attention_needs_human, icon: UserRound, look: 'bg-warn-soft text-warn-ink' },
  callback_today: {
    label: m.attention_callback_today,
    icon: CalendarClock,
    look: 'bg-accent-soft text-accent-ink',
    part: 'calls',
  },
  call_failed: {
    label: m.attention_call_failed,
    icon: PhoneMissed,
    look: 'bg-bad-soft text-bad-ink',
    part: 'calls',
  },
  cv_overdue: {
    label: m.attention_cv_overdue,
    icon: FileWarning,
    look: 'bg-warn-soft text-warn-ink',
    part: 'cvs',
  },
  cv_review: {
    label: m.attention_cv_review,
    icon: FileSearch,
    look: 'bg-warn-soft text-warn-ink',
    part: 'cvs',
  },
  unmatched: {
    label: m.attention_unmatched,
    icon: FileQuestion,
    look: 'bg-violet-soft text-violet-ink',
    part: 'cvs',
  },
  message_failed: {
    label: m.attention_message_failed,
    icon: MailWarning,
    look: 'bg-bad-soft text-bad-ink',
    part: 'messages',
  },
  cv_received: {
    label: m.attention_cv_received,
    icon: FileCheck,
    look: 'bg-accent-soft text-accent-ink',
    part: 'cvs',
  },
  duplicate: { label: m.attention_duplicate, icon: UsersRound, look: 'bg-warn-soft text-warn-ink' },
  resting: { label: m.attention_resting, icon: Hand, look: 'bg-warn-soft text-warn-ink' },
  provider: { label: m.attention_provider, icon: PlugZap, look: 'bg-bad-soft text-bad-ink' },
};

/** What is needed; the order is the server's. */
export const ATTENTION_GROUPS: Record<GroupOfAttention, { label: () => string }> = {
  ready: { label: m.attention_group_ready },
  people: { label: m.attention_group_people },
  duplicates: { label: m.attention_group_duplicates },
  cvs: { label: m.attention_group_cvs },
  messages: { label: m.attention_group_messages },
  calls: { label: m.attention_group_calls },
  overdue: { label: m.attention_group_overdue },
  provider: { label: m.attention_group_provider },
  resting: { label: m.attention_group_resting },
};

const AT_FIRST = 5;
const PAGE = 50;

/** The first of every group, with exact counts. */
export const attentionQuery = () => ({
  queryKey: [...keys.dashboard, 'attention'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    told(api.GET('/api/dashboard/attention', { params: { query: { pageSize: AT_FIRST } }, signal })),
  refetchInterval: 60_000,
});

/** One group to its end, page by page. */
export const groupQuery = (group: GroupOfAttention) => ({
  queryKey: [...keys.dashboard, 'attention', group],
  queryFn: async ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | null }) => {
    const query = { group, pageSize: PAGE, ...(pageParam ? { after: pageParam } : {}) };
    const found = await told(api.GET('/api/dashboard/attention', { params: { query }, signal }));
    return found.groups[0] ?? { group, items: [], next: null, total: 0 };
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next: string | null }) => last.next,
});

/** The page where it is resolved; null where the dashboard itself is the place. */
export function placeOf(item: Attention): string | null {
  if (item.kind === 'unmatched' && item.applicationId === null) return paths.inbound();
  if (item.kind === 'provider' && item.applicationId === null) {
    return item.positionTitle
      ? paths.positions(`?q=${encodeURIComponent(item.positionTitle)}`)
      : paths.jobs();
  }
  if (item.applicationId === null) return null;
  const part = ATTENTION[item.kind]?.part;
  return paths.application(item.applicationId) + (part ? `#${part}` : '');
}
