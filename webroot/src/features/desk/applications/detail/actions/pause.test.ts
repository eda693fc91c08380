import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pause } from './pause.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a deed is done after five seconds, once', () => {
  const pause = new Pause();
  const deed = vi.fn();
  pause.begin(7, deed);
  pause.begin(7, deed);
  expect(pause.secondsLeft(7)).toBe(5);
  vi.advanceTimersByTime(4999);
  expect(deed).not.toHaveBeenCalled();
  expect(pause.secondsLeft(7)).toBe(1);
  vi.advanceTimersByTime(1);
  expect(deed).toHaveBeenCalledOnce();
  expect(pause.secondsLeft(7)).toBeNull();
});

test('what was called off is never done, and others go on', () => {
  const pause = new Pause();
  const [deed, other] = [vi.fn(), vi.fn()];
  pause.begin(7, deed);
  pause.begin(8, other);
  vi.advanceTimersByTime(3000);
  pause.callOff(7);
  expect(pause.secondsLeft(7)).toBeNull();
  vi.advanceTimersByTime(60_000);
  expect(deed).not.toHaveBeenCalled();
  expect(other).toHaveBeenCalledOnce();
});
