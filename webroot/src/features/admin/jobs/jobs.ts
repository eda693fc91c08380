import * as m from '$messages';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { TaskPage } from '$shared/api/openapi';
import type { Task, TaskState } from '$shared/api/types';
import type { Tone } from '$shared/ui/tones';

export const jobsQuery = () => ({
  queryKey: keys.jobs,
  queryFn: () => told(api.GET('/api/jobs')),
  refetchInterval: 10_000,
});

export const kindsQuery = () => ({
  queryKey: [...keys.tasks, 'summary'],
  queryFn: () => told(api.GET('/api/tasks/summary')),
  refetchInterval: 5_000,
});

const PAGE_SIZE = 50;

export const tasksQuery = (filter: { state: TaskState | ''; kind: string }) => ({
  queryKey: [...keys.tasks, 'list', filter],
  queryFn: ({ pageParam }: { pageParam: number | null }) =>
    told(
      api.GET('/api/tasks', {
        params: {
          query: {
            state: filter.state || undefined,
            kind: filter.kind,
            after: pageParam ?? undefined,
            pageSize: PAGE_SIZE,
          },
        },
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: (page: TaskPage) => (page.items.length < PAGE_SIZE ? null : page.next),
});

export const runJob = (name: string) =>
  told(api.POST('/api/jobs/{name}/run', { params: { path: { name } } }));
export const runAgain = (id: number) =>
  told(api.POST('/api/tasks/{id}/run-again', { params: { path: { id } } }));
export const cancelTask = (id: number) =>
  told(api.POST('/api/tasks/{id}/cancel', { params: { path: { id } } }));
export const pauseKind = (kind: string) =>
  told(api.POST('/api/tasks/kinds/{kind}/pause', { params: { path: { kind } } }));
export const resumeKind = (kind: string) =>
  told(api.POST('/api/tasks/kinds/{kind}/resume', { params: { path: { kind } } }));

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
