import { beforeAll, expect, test } from 'vitest';
import { placeOf, problemWords } from './problems';
import { overwriteGetLocale } from '../../../../paraglide/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'ro'));

test('a problem of a row is said in the language of the screens', () => {
  expect(problemWords({ code: 'no_name', params: {} }, 'The row has no name.')).toBe('Numele lipsește.');
  expect(problemWords({ code: 'too_many_columns', params: { found: '9', expected: '7' } }, '')).toBe(
    'Rândul are 9 coloane, antetul 7.',
  );
});

test('a number that is not dialled says why', () => {
  const remark = { code: 'phone_doubtful', params: { doubt: 'not_digits', phone: '0722 abc' } };
  expect(problemWords(remark, '')).toBe('Numărul de telefon nu se apelează. În număr sunt litere sau semne.');
});

test('what is not known stays as the server said it', () =>
  expect(problemWords({ code: 'new', params: {} }, 'Something new.')).toBe('Something new.'));

test('a remark stands under the column that it is about', () => {
  expect(placeOf('first_name')).toBe('name');
  expect(placeOf('phone_number')).toBe('phone');
  expect(placeOf('')).toBe('row');
  expect(placeOf('how_many_years?')).toBe('row');
});
