import * as m from '$messages';
import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { Job, Task, TaskKind, TaskState } from '$shared/api/types';
import type { Tone } from '$shared/ui/tones';

export const jobsQuery = () => ({
  queryKey: keys.jobs,
  queryFn: () => api.get<{ items: Job[] }>('/api/jobs'),
  refetchInterval: 10_000,
});

export const kindsQuery = () => ({
  queryKey: [...keys.tasks, 'summary'],
  queryFn: () => api.get<{ kinds: TaskKind[] }>('/api/tasks/summary'),
  refetchInterval: 5_000,
});

export interface TaskPage {
  items: Task[];
  next: number | null;
}

const PAGE_SIZE = 50;

export const tasksQuery = (filter: { state: string; kind: string }) => ({
  queryKey: [...keys.tasks, 'list', filter],
  queryFn: ({ pageParam }: { pageParam: number | null }) =>
    api.get<TaskPage>('/api/tasks', { ...filter, after: pageParam, pageSize: PAGE_SIZE }),
  initialPageParam: null as number | null,
  getNextPageParam: (page: TaskPage) => (page.items.length < PAGE_SIZE ? null : page.next),
});

export const runJob = (name: string) => api.post(`/api/jobs/${encodeURIComponent(name)}/run`);
export const runAgain = (id: number) => api.post(`/api/tasks/${id}/run-again`);
export const cancelTask = (id: number) => api.post(`/api/tasks/${id}/cancel`);
export const pauseKind = (kind: string) => api.post(`/api/tasks/kinds/${encodeURIComponent(kind)}/pause`);
export const resumeKind = (kind: string) => api.post(`/api/tasks/kinds/${encodeURIComponent(kind)}/resume`);

export const TASK_STATES: Record<TaskState, { label: () => string; tone: Tone }> = {
  ready: { label: m.task_state_ready, tone: 'quiet' },
  running: { label: m.task_state_running, tone: 'info' },
  done: { label: m.task_state_done, tone: 'good' },
  dead: { label: m.task_state_dead, tone: 'bad' },
  cancelled: { label: m.task_state_cancelled, tone: 'warn' },
};

/** A scheduled job's task is tried without end: a maximum would be noise. */
const ENDLESS = 1000;

export const attemptOf = (task: Task): string =>
  task.maxAttempts >= ENDLESS
    ? String(task.attempt)
    : m.task_attempt_of({ attempt: task.attempt, max: task.maxAttempts });

/** `askedAgain` and `asked_again` → “asked again”. */
export const spaced = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
