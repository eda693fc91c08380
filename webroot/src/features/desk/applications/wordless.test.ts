import { beforeAll, expect, test } from 'vitest';
import { sentWords } from './wordless';
import { overwriteGetLocale } from '../../../paraglide/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'ro'));

test('a contact card and a place are lines in the language of the screens', () => {
  expect(sentWords('[contact] Dan, +40722000000')).toBe('Carte de vizită: Dan, +40722000000');
  expect(sentWords('[location] 44.43, 26.10')).toBe('Loc: 44.43, 26.10');
  expect(sentWords('[voice]')).toBe('Mesaj vocal');
});

test('words stay as they were written', () => {
  expect(sentWords('Da, mâine.')).toBe('Da, mâine.');
  expect(sentWords('[urgent] sunați-mă')).toBe('[urgent] sunați-mă');
});
