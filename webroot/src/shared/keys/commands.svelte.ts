import { Sequences } from './sequences';

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
const HELP = 'Shift+?';

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

  /** Follows the keys of all commands; of two with the same key the newest view's wins. */
  listen(): () => void {
    const plain = new Sequences(() => this.bound(false));
    const modified = new Sequences(() => this.bound(true));
    const press = (event: KeyboardEvent) => {
      // A browser that fills a field in tells of it as a key press without a key.
      if (!event.key) return;
      if (event.key === 'Escape' && isField(event.target) && !blocked()) return leave(event);
      const busy = isField(event.target) || blocked();
      const told = modified.press(event, event.timeStamp);
      const { taken, run } = told.taken || busy ? told : plain.press(event, event.timeStamp);
      if (taken) event.preventDefault();
      run?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }

  private bound(modified: boolean): { keys: string; run: () => void }[] {
    return this.all.flatMap(({ keys, run }) => {
      if (!keys || keys.includes('$mod') !== modified) return [];
      return modified || this.singleKeys || keys === HELP ? [{ keys, run }] : [];
    });
  }
}

const FIELD = 'input:not([type=checkbox], [type=radio]), textarea, select';

/** Letters belong to the field being typed in, and to the dialog that is open. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELD));
const blocked = () => document.querySelector('[role=dialog], [role=menu]') !== null;

/** Out of a field, to where the keys of the page are heard. */
function leave(event: KeyboardEvent): void {
  event.preventDefault();
  (event.target as HTMLElement).blur();
  document.querySelector('main')?.focus({ preventScroll: true });
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
