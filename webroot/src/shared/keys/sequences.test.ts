import { expect, test, vi } from 'vitest';
import { Sequences } from './sequences';

const key = (name: string, ...held: string[]) =>
  ({
    key: name,
    code: '',
    getModifierState: (modifier: string) => held.includes(modifier),
  }) as unknown as KeyboardEvent;

function keyboard(...keys: string[]) {
  const done: string[] = [];
  const bindings = keys.map((one) => ({ keys: one, run: () => void done.push(one) }));
  const sequences = new Sequences(() => bindings);
  let now = 0;
  const press = (event: KeyboardEvent, after = 100) => {
    now += after;
    const { taken, run } = sequences.press(event, now);
    run?.();
    return taken;
  };
  return { done, press };
}

test('the second key of a sequence is the sequence’s alone, also where it is bound by itself', () => {
  const { done, press } = keyboard('c', 'j', 'g c', 'g j');
  press(key('g'));
  press(key('c'));
  press(key('g'));
  press(key('j'));
  expect(done).toEqual(['g c', 'g j']);
});

test('a second key that leads nowhere is swallowed, the next one counts again', () => {
  const { done, press } = keyboard('c', 'x', 'g c');
  press(key('g'));
  expect(press(key('x'))).toBe(true);
  press(key('c'));
  expect(done).toEqual(['c']);
});

test('a sequence that was forgotten is over', () => {
  const { done, press } = keyboard('c', 'g c');
  press(key('g'));
  press(key('c'), 5000);
  expect(done).toEqual(['c']);
});

test('a modifier pressed on the way does not end a sequence, nor count as its key', () => {
  const { done, press } = keyboard('Shift+A', 'g Shift+A');
  press(key('g'));
  expect(press(key('Shift', 'Shift'))).toBe(false);
  press(key('A', 'Shift'));
  expect(done).toEqual(['g Shift+A']);
});

test('of two bindings of one key the first wins, and what is not bound is left alone', () => {
  const first = vi.fn();
  const second = vi.fn();
  const sequences = new Sequences(() => [
    { keys: 'c', run: first },
    { keys: 'c', run: second },
  ]);
  sequences.press(key('c'), 0).run?.();
  expect(first).toHaveBeenCalledOnce();
  expect(second).not.toHaveBeenCalled();
  expect(sequences.press(key('q'), 1)).toEqual({ taken: false, run: undefined });
});
