import * as m from '$messages';
import { about } from '$shared/about/about.svelte';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { AuditPage } from '$shared/api/openapi';
import { startOf } from '$shared/i18n/zoned';
import type { Tone } from '$shared/ui/tones';

export type Result = 'done' | 'refused';

/** As they stand in the address; `from` and `to` are days of the house's zone, both included. */
export interface AuditFilters {
  text: string;
  action: string;
  user: string;
  result: Result | '';
  from: string;
  to: string;
}

const PAGE_SIZE = 100;

export const auditQuery = (filters: AuditFilters) => ({
  queryKey: [...keys.audit, filters],
  queryFn: ({ pageParam, signal }: { pageParam: number | null; signal: AbortSignal }) =>
    told(
      api.GET('/api/audit', {
        params: {
          query: {
            text: filters.text || undefined,
            action: filters.action || undefined,
            userId: Number(filters.user) || undefined,
            refused: filters.result ? filters.result === 'refused' : undefined,
            from: startOf(filters.from, about.timeZone),
            to: startOf(filters.to, about.timeZone, 1),
            after: pageParam ?? undefined,
            pageSize: PAGE_SIZE,
          },
        },
        signal,
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: (last: AuditPage) => last.next,
});

const OUTCOMES: Record<string, { label: () => string; tone: Tone }> = {
  ok: { label: m.audit_ok, tone: 'good' },
  unauthorized: { label: m.audit_unauthorized, tone: 'bad' },
  forbidden: { label: m.error_forbidden, tone: 'bad' },
  not_found: { label: m.error_not_found, tone: 'quiet' },
  invalid: { label: m.audit_invalid, tone: 'warn' },
  bad_request: { label: m.audit_invalid, tone: 'warn' },
  conflict: { label: m.audit_conflict, tone: 'warn' },
  unsupported: { label: m.audit_invalid, tone: 'warn' },
  too_large: { label: m.error_too_large, tone: 'warn' },
  too_many: { label: m.error_too_many, tone: 'bad' },
  not_configured: { label: m.audit_unavailable, tone: 'quiet' },
  unavailable: { label: m.audit_unavailable, tone: 'quiet' },
  internal: { label: m.error_internal, tone: 'bad' },
};

/** A word of the server that the screens do not know is shown as it is. */
export const outcomeOf = (outcome: string): { label: () => string; tone: Tone } =>
  OUTCOMES[outcome] ?? { label: () => outcome, tone: 'warn' };
