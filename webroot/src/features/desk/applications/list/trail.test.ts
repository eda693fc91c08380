import { expect, test } from 'vitest';
import { stepFrom } from './trail';

const ids = [4, 7, 9, 2];

test.each([
  ['down to the next', 7, 1, 9],
  ['up to the one before', 7, -1, 4],
  ['not beyond the last', 2, 1, 2],
  ['not beyond the first', 4, -1, 4],
  ['to the first from nowhere', null, 1, 4],
])('a step leads %s', (_, from, by, to) => {
  expect(stepFrom(from, by, ids, ids)).toBe(to);
});

test('from a row that left the list the step leads to what stood beside it', () => {
  expect(stepFrom(7, 1, [4, 9, 2], ids)).toBe(9);
  expect(stepFrom(7, -1, [4, 9, 2], ids)).toBe(4);
  expect(stepFrom(2, 1, [4, 7, 9], ids)).toBe(9);
  expect(stepFrom(4, -1, [7, 9, 2], ids)).toBe(7);
  expect(stepFrom(7, 1, [4, 2], ids)).toBe(2);
});

test('an empty list leads nowhere', () => {
  expect(stepFrom(7, 1, [], ids)).toBeNull();
});
