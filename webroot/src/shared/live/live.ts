import { keys, queryClient } from '../api/queries';
import { Channel, type LiveEvent } from './channel.svelte';

type QueryKey = readonly unknown[];

/** What belongs to an application is told without saying to which: only the open one is asked again. */
const ANY_APPLICATION: QueryKey = ['application'];

/** What a changed thing makes stale, besides the thing itself. */
const STALE: Record<string, (id: number) => QueryKey[]> = {
  application: (id) => [keys.application(id), keys.applications, keys.dashboard, keys.positions],
  call: () => [ANY_APPLICATION, keys.calls],
  message: () => [ANY_APPLICATION],
  cv: () => [ANY_APPLICATION, keys.unmatched, keys.dashboard],
  reply: () => [ANY_APPLICATION, keys.replies],
  position: (id) => [keys.position(id), keys.positions, keys.dashboard],
  import: (id) => [keys.import(id), keys.imports, keys.positions, keys.applications, keys.candidates],
  task: () => [keys.tasks],
  job: () => [keys.jobs],
};

/** Busy minutes bring hundreds of events; the screens follow at this pace. */
const PACE_MS = 700;

const PROGRESS = 'import_progress';

let waiting = new Map<string, QueryKey>();
let timer: ReturnType<typeof setTimeout> | undefined;

function flush(): void {
  timer = undefined;
  const stale = [...waiting.values()];
  waiting = new Map();
  for (const queryKey of stale) void queryClient.invalidateQueries({ queryKey: [...queryKey] });
}

type Progress = (of: number, percent: number) => void;
const followers = new Set<Progress>();

/** Tells how far imports are while their transactions run; gives back how to stop listening. */
export function onProgress(follow: Progress): () => void {
  followers.add(follow);
  return () => void followers.delete(follow);
}

function tellProgress(names: readonly string[]): void {
  for (const name of names) {
    const [of, percent] = name.split('/').map(Number);
    if (of && percent !== undefined) followers.forEach((follow) => follow(of, percent));
  }
}

function onEvent(event: LiveEvent): void {
  if (event.kind === PROGRESS) return tellProgress(event.names);
  const ids = event.ids.length > 0 ? event.ids : [0];
  for (const id of ids) {
    for (const key of STALE[event.kind]?.(id) ?? []) waiting.set(JSON.stringify(key), key);
  }
  timer ??= setTimeout(flush, PACE_MS);
}

/** The one live channel of this tab. After a gap everything shown is asked for again. */
export const live = new Channel(
  [...Object.keys(STALE), PROGRESS],
  onEvent,
  () => void queryClient.invalidateQueries(),
);
