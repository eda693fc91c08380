import { APPLICATION_STATUSES, type ApplicationStatus, type QueryOf } from '$shared/api/types';

export const GROUPS = ['pending_calls', 'in_progress', 'awaiting_cv', 'completed'] as const;
export type Group = (typeof GROUPS)[number];
export type QualifiedFilter = 'true' | 'false' | 'none';

/** What the list is narrowed to; empty texts narrow nothing. */
export interface Filters {
  positionId: string;
  status: ApplicationStatus[];
  qualified: QualifiedFilter | '';
  group: Group | '';
  from: string;
  to: string;
  q: string;
}

export const NAMES = ['positionId', 'status', 'qualified', 'group', 'from', 'to', 'q'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;
const oneOf = <T extends string>(values: readonly T[], text: string) =>
  values.find((one) => one === text) ?? '';

/** Reads what an address asks for; what no filter has as a value is left out. */
export function filtersFrom(get: (name: string) => string): Filters {
  const day = (name: string) => (DAY.test(get(name)) ? get(name) : '');
  const asked = get('status').split(',');
  return {
    positionId: /^\d+$/.test(get('positionId')) ? get('positionId') : '',
    status: APPLICATION_STATUSES.filter((status) => asked.includes(status)),
    qualified: oneOf(['true', 'false', 'none'] as const, get('qualified')),
    group: oneOf(GROUPS, get('group')),
    from: day('from'),
    to: day('to'),
    q: get('q').trim(),
  };
}

export const isNarrowed = (filters: Filters) => NAMES.some((name) => filters[name].length > 0);

/** As the server takes it. */
export const asQuery = (filters: Filters): QueryOf<'applications.ids'> => ({
  ...filters,
  positionId: filters.positionId ? Number(filters.positionId) : undefined,
  qualified: filters.qualified || undefined,
  group: filters.group || undefined,
});

/** The same as the part of an address, to come back to this list. */
export function asAddress(filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of NAMES) if (filters[name].length > 0) params.set(name, String(filters[name]));
  const text = params.toString();
  return text && `?${text}`;
}
