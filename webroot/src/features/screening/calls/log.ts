import type { CallStatus } from '$features/desk/applications/types';
import { about } from '$shared/about/about.svelte';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { CallList } from '$shared/api/openapi';
import { startOf } from '$shared/i18n/zoned';

/** `from` and `to` are days of the house's zone, both included. */
export interface CallFilters {
  status: CallStatus | '';
  from: string;
  to: string;
}

export const callsQuery = (filters: CallFilters) => ({
  queryKey: [...keys.calls, filters],
  queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
    told(
      api.GET('/api/calls', {
        params: {
          query: {
            status: filters.status ? [filters.status] : undefined,
            from: startOf(filters.from, about.timeZone),
            to: startOf(filters.to, about.timeZone, 1),
            after: pageParam,
            pageSize: 50,
          },
        },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last: CallList) => last.next ?? undefined,
});
