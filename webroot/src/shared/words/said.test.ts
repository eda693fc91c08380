import { expect, test } from 'vitest';
import { byCode, bySentence, type Codes, type Sentences } from './said';

const codes: Codes = { closed: () => 'închisă', outside: ({ hours }) => `între ${hours}` };
const sentences: Sentences = [
  [/^Not called: (.+)$/, (why) => `Neapelat: ${why}`],
  [/^It has (\d+) of (\d+)(!)?\.$/, (some, all, loud) => `${some} din ${all}${loud}`],
];

test('a code is said with its parameters', () => {
  expect(byCode(codes, 'closed')).toBe('închisă');
  expect(byCode(codes, 'outside', { hours: '10:00–18:00' })).toBe('între 10:00–18:00');
});

test('a code that is not known, or none, has no words', () => {
  expect(byCode(codes, 'toString')).toBeNull();
  expect(byCode(codes, 'new_one')).toBeNull();
  expect(byCode(codes, undefined)).toBeNull();
});

test('a sentence is recognised whole, others stay as they are', () => {
  expect(bySentence(sentences, 'Not called: the hours are over')).toBe('Neapelat: the hours are over');
  expect(bySentence(sentences, 'It has 3 of 4.')).toBe('3 din 4');
  expect(bySentence(sentences, 'He said: Not called: x')).toBe('He said: Not called: x');
});
