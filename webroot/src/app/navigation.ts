import Briefcase from '@lucide/svelte/icons/briefcase';
import FileInput from '@lucide/svelte/icons/file-input';
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
  role: Role;
}

/** Where one can go, with the role each place is for. */
export const PLACES: readonly Place[] = [
  { label: m.nav_dashboard, path: paths.dashboard(), icon: LayoutDashboard, keys: 'g d', role: 'recruiter' },
  { label: m.nav_applications, path: paths.applications(), icon: ListChecks, keys: 'g a', role: 'recruiter' },
  { label: m.nav_calls, path: paths.calls(), icon: Phone, keys: 'g c', role: 'recruiter' },
  { label: m.nav_positions, path: paths.positions(), icon: Briefcase, keys: 'g p', role: 'recruiter' },
  { label: m.nav_import, path: paths.imports(), icon: FileInput, keys: 'g i', role: 'recruiter' },
  { label: m.nav_users, path: paths.users(), icon: Users, keys: 'g u', role: 'admin' },
  { label: m.nav_jobs, path: paths.jobs(), icon: Timer, keys: 'g j', role: 'admin' },
];

/** The place a path belongs to: `/positions/3` is in Positions, `/` only in the dashboard. */
export function isAt(place: Place, pathname: string): boolean {
  if (place.path === '/') return pathname === '/' || pathname === '/login';
  return pathname === place.path || pathname.startsWith(`${place.path}/`);
}
