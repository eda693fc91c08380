import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { ApplicationRow, Page } from '$shared/api/types';

/** Something that came in with a file and that belongs to nobody known. */
export interface Unmatched {
  id: number;
  channel: 'email' | 'whatsapp';
  sender: string;
  subject: string | null;
  bodySnippet: string | null;
  attachmentName: string | null;
  contentType: string | null;
  hasFile: boolean;
  note: string | null;
  receivedAt: string;
  resolved: boolean;
  resolvedByApplicationId: number | null;
  resolvedAt: string | null;
}

export const unmatchedQuery = (resolved: boolean) => ({
  queryKey: [...keys.unmatched, { resolved }],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Page<Unmatched>>('/api/inbound/unmatched', { resolved, pageSize: 200 }, signal),
});

/** Applications that a few letters of a name, number or address may mean. */
export const suggestions = (q: string) => ({
  queryKey: [...keys.applications, 'suggestions', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Page<ApplicationRow>>('/api/applications', { q, pageSize: 20 }, signal),
});

export const assign = (id: number, applicationId: number) =>
  api.post(`/api/inbound/unmatched/${id}/assign`, { applicationId });
