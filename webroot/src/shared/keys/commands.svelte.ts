import { tinykeys } from 'tinykeys';

export interface Command {
  id: string;
  group: 'page' | 'go' | 'view' | 'account';
  label: () => string;
  /** As tinykeys writes it: `g p`, `Shift+?`, `$mod+k`. Never a key that needs AltGr. */
  keys?: string;
  run: () => void;
  /** Other words that find it. */
  also?: string;
}

const STORE = 'single-keys';

/** Everything that can be done from where one is: the palette lists it, the keys run it. */
class Commands {
  private lists = $state.raw<readonly (readonly Command[])[]>([]);
  readonly all = $derived(this.lists.flat());
  paletteOpen = $state(false);
  helpOpen = $state(false);
  /** Single letters can be switched off: speech input and tremor press them by accident. */
  singleKeys = $state(localStorage.getItem(STORE) !== 'off');

  /** Adds commands until the returned function is called; meant as an effect of a view. */
  register(list: readonly Command[]): () => void {
    this.lists = [list, ...this.lists];
    return () => (this.lists = this.lists.filter((other) => other !== list));
  }

  toggleSingleKeys(): void {
    this.singleKeys = !this.singleKeys;
    localStorage.setItem(STORE, this.singleKeys ? 'on' : 'off');
  }

  /** Binds the keys of all commands; of two with the same key the newest view's wins. */
  listen(): () => void {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of this.all) {
      if (!command.keys || bindings[command.keys]) continue;
      const modified = command.keys.includes('$mod');
      if (!modified && !this.singleKeys && command.keys !== 'Shift+?') continue;
      bindings[command.keys] = (event) => {
        if (!modified && isBusy(event)) return;
        event.preventDefault();
        command.run();
      };
    }
    return tinykeys(window, bindings);
  }
}

/** Letters belong to the field being typed in, and to the dialog that is open. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target;
  if (target instanceof HTMLElement) {
    if (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
      return true;
  }
  return document.querySelector('[role=dialog], [role=menu]') !== null;
}

/** `g p` → `G P`, `Shift+?` → `?`, `$mod+k` → `Ctrl K` or `⌘ K`. */
export function shownKeys(keys: string): string {
  const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return keys
    .split(/[ +]/)
    .filter((key) => !(key === 'Shift' && keys.endsWith('?')))
    .map((key) => (key === '$mod' ? mod : key === 'Enter' ? '↵' : key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}

export const commands = new Commands();
