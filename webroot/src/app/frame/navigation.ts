import Briefcase from '@lucide/svelte/icons/briefcase';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import FileInput from '@lucide/svelte/icons/file-input';
import FileQuestion from '@lucide/svelte/icons/file-question-mark';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Phone from '@lucide/svelte/icons/phone';
import Timer from '@lucide/svelte/icons/timer';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import * as m from '$messages';
import type { Role } from '$shared/api/types';
import { paths } from '$shared/nav/nav';

export interface Place {
  label: () => string;
  path: string;
  icon: Component;
  keys: string;
}

export interface Area {
  label: () => string;
  /** Whoever has it sees the area. */
  role: Role;
  places: readonly Place[];
}

/** Where one can go, by area. */
export const AREAS: readonly Area[] = [
  {
    label: m.nav_screening,
    role: 'recruiter',
    places: [
      { label: m.nav_dashboard, path: paths.dashboard(), icon: LayoutDashboard, keys: 'g d' },
      { label: m.nav_import, path: paths.imports(), icon: FileInput, keys: 'g i' },
      { label: m.nav_calls, path: paths.calls(), icon: Phone, keys: 'g c' },
      { label: m.unmatched, path: paths.inbound(), icon: FileQuestion, keys: 'g n' },
    ],
  },
  {
    label: m.nav_desk,
    role: 'recruiter',
    places: [
      { label: m.nav_applications, path: paths.applications(), icon: ListChecks, keys: 'g a' },
      { label: m.nav_positions, path: paths.positions(), icon: Briefcase, keys: 'g p' },
    ],
  },
  {
    label: m.nav_admin,
    role: 'admin',
    places: [
      { label: m.nav_users, path: paths.users(), icon: Users, keys: 'g u' },
      { label: m.nav_jobs, path: paths.jobs(), icon: Timer, keys: 'g j' },
      { label: m.nav_audit, path: paths.audit(), icon: ClipboardList, keys: 'g t' },
    ],
  },
];

/** The place a path belongs to: `/positions/3` is in Positions, `/` only in the dashboard. */
export function isAt(place: Place, pathname: string): boolean {
  if (place.path === '/') return pathname === '/' || pathname === '/login';
  return pathname === place.path || pathname.startsWith(`${place.path}/`);
}
