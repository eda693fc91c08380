import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { MatchedOn, Page } from '$shared/api/types';

export interface Twin {
  id: number;
  name: string;
  phone: string;
  email: string;
  createdAt: string;
}

/** Two records that may be one person: the newer and the one that was there before. */
export interface Duplicate {
  id: number;
  candidate: Twin;
  other: Twin;
  matchedOn: MatchedOn;
  createdAt: string;
}

export const duplicatesQuery = () => ({
  queryKey: [...keys.candidates, 'duplicates'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await api.get<Page<Duplicate>>('/api/duplicates', { pageSize: 200 }, signal)).items,
});

export const merge = (id: number) => api.post(`/api/duplicates/${id}/merge`);
export const dismiss = (id: number) => api.post(`/api/duplicates/${id}/dismiss`);
