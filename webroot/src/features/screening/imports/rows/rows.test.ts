import { expect, test } from 'vitest';
import { countOf, effective, fileSize, rowsOf } from './rows';
import type { ImportRow } from '$shared/api/types';

const row = (rowNumber: number, over: Partial<ImportRow>): ImportRow => ({
  rowNumber,
  fullName: 'Ana Pop',
  phone: '+40721000000',
  email: '',
  campaignName: null,
  answers: 0,
  effect: 'create',
  error: null,
  warning: null,
  duplicateOf: null,
  remarks: [],
  kept: [],
  ...over,
});
const rows = [
  row(2, {}),
  row(3, { effect: 'update', warning: 'created_time is not a date' }),
  row(4, { effect: 'refuse', error: 'no lead id' }),
  row(5, { effect: 'skip' }),
  row(6, { duplicateOf: { candidateId: 1, name: 'Ana', matchedOn: 'phone' } }),
];

test('rows are counted and shown by what happens to them', () => {
  expect(countOf(rows, 'all')).toBe(5);
  expect(countOf(rows, 'create')).toBe(2);
  expect(rowsOf(rows, 'warning').map((one) => one.rowNumber)).toEqual([3]);
  expect(rowsOf(rows, 'duplicate').map((one) => one.rowNumber)).toEqual([6]);
});

test('only new and updated rows are imported', () => expect(effective(rows)).toBe(3));

test('sizes are short', () => {
  expect(fileSize(999)).toBe('999 B');
  expect(fileSize(1536)).toBe('1.5 kB');
  expect(fileSize(25_000_000)).toBe('25.0 MB');
});
