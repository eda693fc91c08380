import type { CallStatus } from '$features/desk/applications/types';
import { about } from '$shared/about/about.svelte';
import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { Page } from '$shared/api/types';
import { startOf } from '$shared/i18n/zoned';

/** One line of the call log. */
export interface CallRow {
  id: number;
  applicationId: number;
  candidateName: string;
  positionId: number;
  positionTitle: string;
  attemptNumber: number;
  status: CallStatus;
  durationSeconds: number | null;
  initiatedAt: string;
  endedAt: string | null;
  conversationId: string | null;
  batchId: string | null;
  errorDetail: string | null;
}

/** `from` and `to` are days of the house's zone, both included. */
export interface CallFilters {
  status: string;
  from: string;
  to: string;
}

export const callsQuery = (filters: CallFilters) => ({
  queryKey: [...keys.calls, filters],
  queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
    api.get<Page<CallRow>>(
      '/api/calls',
      {
        status: filters.status,
        from: startOf(filters.from, about.timeZone),
        to: startOf(filters.to, about.timeZone, 1),
        after: pageParam,
        pageSize: 50,
      },
      signal,
    ),
  initialPageParam: '',
  getNextPageParam: (last: Page<CallRow>) => last.next ?? undefined,
});
