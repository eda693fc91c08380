import * as m from '$messages';
import type { Command } from '$shared/keys/commands.svelte';

interface Doings {
  down: () => void;
  up: () => void;
  open: () => void;
  choose: () => void;
  chooseAll: () => void;
  clear: () => void;
  trigger: () => void;
  resort: () => void;
}

/** What the keyboard and the palette do in the list of applications. */
export const listCommands = (doings: Doings): Command[] => [
  { id: 'list-down', group: 'page', label: m.key_down, keys: 'j', run: doings.down },
  { id: 'list-up', group: 'page', label: m.key_up, keys: 'k', run: doings.up },
  { id: 'list-open', group: 'page', label: m.key_open, keys: 'o', run: doings.open },
  { id: 'list-choose', group: 'page', label: m.key_choose, keys: 'x', run: doings.choose },
  { id: 'list-all', group: 'page', label: m.key_choose_all, keys: 'Shift+A', run: doings.chooseAll },
  { id: 'list-clear', group: 'page', label: m.clear_selection, keys: 'Escape', run: doings.clear },
  { id: 'list-trigger', group: 'page', label: m.trigger_calls, keys: 'c', run: doings.trigger },
  { id: 'list-resort', group: 'page', label: m.resort, keys: 'r', run: doings.resort },
];
