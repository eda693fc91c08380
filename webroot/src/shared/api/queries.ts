import { QueryClient } from '@tanstack/svelte-query';
import { ApiError } from './errors';

/** Waits and repeats only what may pass by itself: no network, or a server that is away. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'offline' || error.code === 'unavailable');
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 3 && mayPass(error),
      retryDelay: (count) => Math.min(8000, 600 * 2 ** count),
    },
  },
});

/** First parts of query keys: what the live channel names is what a query is kept under. */
export const keys = {
  positions: ['positions'],
  position: (id: number) => ['position', id],
  candidates: ['candidates'],
  candidate: (id: number) => ['candidate', id],
  applications: ['applications'],
  application: (id: number) => ['application', id],
  calls: ['calls'],
  replies: ['replies'],
  unmatched: ['unmatched'],
  imports: ['imports'],
  import: (id: number) => ['import', id],
  dashboard: ['dashboard'],
  users: ['users'],
  recruiters: ['users', 'recruiters'],
  jobs: ['jobs'],
  audit: ['audit'],
  tasks: ['tasks'],
} as const;
