import { setMode } from 'mode-watcher';
import { AREAS } from '../frame/navigation';
import * as m from '$messages';
import { language } from '$shared/i18n/locale.svelte';
import { commands, type Command } from '$shared/keys/commands.svelte';
import { go, paths } from '$shared/nav/nav';
import { session } from '$shared/session/session.svelte';
import { density } from '$shared/theme/density.svelte';

const places: Command[] = AREAS.flatMap((area) =>
  area.places.map((place) => ({
    id: `go:${place.path}`,
    group: 'go',
    label: place.label,
    keys: place.keys,
    run: () => session.has(area.role) && go(place.path),
  })),
);

/** What can be done on every page. */
export const shellCommands: readonly Command[] = [
  ...places,
  {
    id: 'palette',
    group: 'view',
    label: m.palette,
    keys: '$mod+k',
    run: () => (commands.paletteOpen = !commands.paletteOpen),
  },
  { id: 'keys', group: 'view', label: m.keys_help, keys: 'Shift+?', run: () => (commands.helpOpen = true) },
  { id: 'search', group: 'view', label: m.keys_search, keys: '/', run: focusSearch },
  {
    id: 'theme-light',
    group: 'view',
    label: () => `${m.theme()}: ${m.theme_light()}`,
    run: () => setMode('light'),
  },
  {
    id: 'theme-dark',
    group: 'view',
    label: () => `${m.theme()}: ${m.theme_dark()}`,
    run: () => setMode('dark'),
  },
  {
    id: 'theme-system',
    group: 'view',
    label: () => `${m.theme()}: ${m.theme_system()}`,
    run: () => setMode('system'),
  },
  { id: 'density', group: 'view', label: m.density_compact, run: () => density.toggle() },
  { id: 'single-keys', group: 'view', label: m.single_keys, run: () => commands.toggleSingleKeys() },
  { id: 'lang-en', group: 'view', label: () => `${m.language()}: English`, run: () => language.set('en') },
  { id: 'lang-ro', group: 'view', label: () => `${m.language()}: Română`, run: () => language.set('ro') },
  { id: 'account', group: 'account', label: m.account, run: () => go(paths.account()) },
  { id: 'log-out', group: 'account', label: m.log_out, run: () => void session.logout() },
];

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search]')?.focus();
}
