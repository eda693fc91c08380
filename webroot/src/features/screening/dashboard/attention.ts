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
import type { Attention, AttentionKind } from './types';
import * as m from '$messages';
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
  unmatched: { label: m.attention_unmatched, icon: FileQuestion, look: 'bg-violet-soft text-violet-ink' },
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

/** The page where it is resolved; null where the dashboard itself is the place. */
export function placeOf(item: Attention): string | null {
  if (item.kind === 'unmatched') return paths.inbound();
  if (item.kind === 'provider' && item.applicationId === null) return paths.jobs();
  if (item.applicationId === null) return null;
  const part = ATTENTION[item.kind]?.part;
  return paths.application(item.applicationId) + (part ? `#${part}` : '');
}
