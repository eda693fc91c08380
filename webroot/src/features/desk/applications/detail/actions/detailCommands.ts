import type { Action } from '../../types';
import * as m from '$messages';
import type { Command } from '$shared/keys/commands.svelte';

/** What the keyboard and the palette do with an application; what is refused does nothing. */
export const detailCommands = (run: (action: Action) => void): Command[] => [
  { id: 'call-now', group: 'page', label: m.call_now, keys: 'c', run: () => run('call_now') },
  { id: 'queue-call', group: 'page', label: m.queue_call, run: () => run('requeue') },
  { id: 'callback', group: 'page', label: m.schedule_callback, keys: 'b', run: () => run('callback') },
  { id: 'follow-up', group: 'page', label: m.send_follow_up, run: () => run('follow_up') },
  { id: 'message', group: 'page', label: m.send_message, keys: 'm', run: () => run('send_message') },
  { id: 'override', group: 'page', label: m.set_status, keys: 's', run: () => run('override') },
  { id: 'close', group: 'page', label: m.close_application, run: () => run('close') },
  {
    id: 'note',
    group: 'page',
    label: m.add_note,
    keys: 'n',
    run: () => document.querySelector<HTMLElement>('[data-note]')?.focus(),
  },
];
