import { expect, test } from 'vitest';
import { attemptOf, spaced } from './jobs';
import type { Task } from '$shared/api/types';

test('names of counts are read as words', () => {
  expect(spaced('askedAgain')).toBe('asked again');
  expect(spaced('calls_submitted')).toBe('calls submitted');
});

test('a task that is tried without end shows no maximum', () => {
  expect(attemptOf({ attempt: 3, maxAttempts: 1_000_000 } as Task)).toBe('3');
  expect(attemptOf({ attempt: 3, maxAttempts: 5 } as Task)).toBe('3 of 5');
});
