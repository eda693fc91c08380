import { expect, test } from 'vitest';
import { NEW_POSITION, clashes, cleaned, criteriaIn, faultsIn, merged, missingForCalls } from './fields';

const base = { ...NEW_POSITION, title: 'Driver', description: 'Drives' };

test('each line that says something is one criterion', () => {
  expect(criteriaIn(' Licence? \r\n\n\tNights?\rLicence?\n')).toEqual(['Licence?', 'Nights?']);
  expect(criteriaIn('  \n ')).toEqual([]);
});

test('a new position lacks its words and its prompts', () => {
  expect(Object.keys(faultsIn(NEW_POSITION))).toEqual(['title', 'description']);
  expect(missingForCalls({ ...base, firstMessage: ' ' })).toEqual([
    'systemPrompt',
    'firstMessage',
    'qualificationPrompt',
  ]);
});

test('numbers out of range, broken or missing are named with their range', () => {
  expect(faultsIn({ ...base, callRetryMax: 11 }).callRetryMax).toEqual({ kind: 'range', min: 1, max: 10 });
  expect(faultsIn({ ...base, followUpIntervalHours: 1.5 }).followUpIntervalHours?.kind).toBe('range');
  const missing = { ...base, rejectedCvTimeoutDays: null as unknown as number };
  expect(faultsIn(missing).rejectedCvTimeoutDays?.kind).toBe('range');
});

test('calling hours end after they start', () => {
  expect(faultsIn({ ...base, callingHourStart: 18, callingHourEnd: 18 }).callingHourEnd).toEqual({
    kind: 'hours',
  });
  expect(faultsIn({ ...base, callingHourStart: 0, callingHourEnd: 24 })).toEqual({});
});

test('a blank prompt is sent as none and the title without its edges', () => {
  expect(cleaned({ ...base, title: ' Driver ', systemPrompt: ' \n', firstMessage: 'Hi ' })).toMatchObject({
    title: 'Driver',
    systemPrompt: null,
    firstMessage: 'Hi ',
  });
});

test('only fields that both changed differently clash', () => {
  const mine = { ...base, title: 'Van driver', callRetryMax: 3, language: 'de' };
  const theirs = { ...base, title: 'Truck driver', callRetryMax: 3, status: 'paused' as const };
  expect(clashes(base, mine, theirs)).toEqual([
    { field: 'title', mine: 'Van driver', theirs: 'Truck driver' },
  ]);
  expect(merged(base, mine, theirs, new Set())).toMatchObject({
    title: 'Van driver',
    language: 'de',
    status: 'paused',
  });
  expect(merged(base, mine, theirs, new Set(['title'] as const)).title).toBe('Truck driver');
});
