import { matchKeyBindingPress, parseKeybinding, type KeyBindingPress } from 'tinykeys';

export interface Binding {
  keys: string;
  run: () => void;
}

/** How long a started sequence waits for its next key. */
const PATIENCE_MS = 1500;
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];

/**
 * Which binding a key press means. A sequence that has begun, such as `g p`, takes the key that follows
 * for itself, whether it leads anywhere or not: a page that binds the same key alone does not get it.
 */
export class Sequences {
  private begun: { press: number; bindings: [KeyBindingPress[], Binding][] } | null = null;
  private since = 0;

  constructor(private readonly bindings: () => readonly Binding[]) {}

  /** What to run now; `taken` is true when the key was meant for a binding or a sequence. */
  press(event: KeyboardEvent, now: number): { taken: boolean; run?: () => void } {
    if (MODIFIERS.includes(event.key)) return { taken: false };
    const begun = this.begun && now - this.since < PATIENCE_MS ? this.begun : null;
    this.begun = null;
    const candidates = (begun?.bindings ?? this.parsed()).filter(([presses]) => {
      const next = presses[begun?.press ?? 0];
      return next !== undefined && matchKeyBindingPress(event, next);
    });
    const longer = candidates.filter(([presses]) => presses.length > (begun?.press ?? 0) + 1);
    if (longer.length > 0) {
      this.begun = { press: (begun?.press ?? 0) + 1, bindings: longer };
      this.since = now;
      return { taken: true };
    }
    return { taken: begun !== null || candidates.length > 0, run: candidates[0]?.[1].run };
  }

  private parsed(): [KeyBindingPress[], Binding][] {
    return this.bindings().map((binding) => [parseKeybinding(binding.keys), binding]);
  }
}
