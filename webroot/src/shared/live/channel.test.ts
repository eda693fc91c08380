import { expect, test } from 'vitest';
import { backOff, eventIn } from './channel.svelte';

test('events name a kind and ids, as numbers or as text', () => {
  expect(eventIn({ method: 'live', params: { kind: 'application', ids: ['12', 13] } })).toEqual({
    kind: 'application',
    ids: [12, 13],
    names: [],
  });
  expect(eventIn({ method: 'live', params: { kind: 'application', id: 5 } })?.ids).toEqual([5]);
});

test('things known by a name come by that name', () => {
  expect(eventIn({ method: 'live', params: { kind: 'job', ids: ['process_call_queue'] } })).toEqual({
    kind: 'job',
    ids: [],
    names: ['process_call_queue'],
  });
});

test.each([
  null,
  'x',
  {},
  { method: 'other', params: {} },
  { method: 'live' },
  { method: 'live', params: { kind: 3 } },
])('what is no event is left alone: %j', (message) => expect(eventIn(message)).toBeNull());

test('waits grow to a ceiling and never below half of it', () => {
  expect(backOff(0, 0)).toBe(250);
  expect(backOff(0, 1)).toBe(500);
  expect(backOff(3, 1)).toBe(4000);
  expect(backOff(50, 1)).toBe(20_000);
  expect(backOff(50, 0)).toBe(10_000);
});
