import { beforeAll, expect, test } from 'vitest';
import { problemWords } from './problems';
import { overwriteGetLocale } from '../../../../paraglide/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'ro'));

test('problems of a row are said in the language of the screens, one by one', () => {
  expect(problemWords('full_name is empty.')).toBe('Numele lipsește.');
  expect(problemWords('full_name is empty. email is not an address; it is left empty.')).toBe(
    'Numele lipsește. E-mailul nu este o adresă; rămâne gol.',
  );
  expect(problemWords('The row has no usable contact: email is not an address; it is left empty.')).toBe(
    'Niciun contact folosibil. E-mailul nu este o adresă; rămâne gol.',
  );
  expect(problemWords('The row has 3 columns, the header 7.')).toBe('Rândul are 3 coloane, antetul 7.');
});

test('a number that is not dialled says why', () => {
  expect(problemWords('phone_number is not dialled: Letters or signs stand inside the number.')).toBe(
    'Numărul de telefon nu se apelează. În număr sunt litere sau semne.',
  );
});

test('what is not known stays as the server said it', () => {
  expect(problemWords('Something new. full_name is empty.')).toBe('Something new. Numele lipsește.');
});
