import { beforeAll, expect, test } from 'vitest';
import { actionRefusal } from './reasons';
import { toldWords } from './told';
import type { ApplicationDetail } from './types';
import { overwriteGetLocale } from '../../../paraglide/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'ro'));

test.each([
  ['Call ended: no answer', 'Apel încheiat: fără răspuns'],
  [
    'Call ended: failed (No result within 24 hours.)',
    'Apel încheiat: nereușit (Niciun rezultat în 24 de ore.)',
  ],
  ['Not called: the position is paused.', 'Neapelat: Postul este: În pauză.'],
  ['Not sent: the application is closed by now.', 'Netrimis: candidatura este acum „Închis”.'],
  [
    'No message (cv_request) could be sent. The candidate has no usable phone number.',
    'Nu s-a putut trimite niciun mesaj: cererea de CV. Candidatul nu are un număr de telefon folosibil.',
  ],
  [
    'The phone number 12 is not dialled. It has too few digits to be dialled.',
    '12 nu se apelează. Are prea puține cifre pentru a fi apelat.',
  ],
])('“%s” is said in the language of the screens', (told, said) => {
  expect(toldWords(told)).toBe(said);
});

test('words of people and providers stay as they are', () => {
  expect(toldWords('Vrea să afle salariul.')).toBe('Vrea să afle salariul.');
});

test('why an action is refused comes from its code, else from the sentence, else as the server said it', () => {
  const detail: Pick<ApplicationDetail, 'refusals' | 'refused'> = {
    refusals: { call_now: 'English.', close: 'It is closed already.', evaluate: 'Something new.' },
    refused: [
      { action: 'call_now', code: 'outside_hours', params: { hours: '10:00–18:00' } },
      { action: 'evaluate', code: 'never_heard', params: {} },
    ],
  };
  expect(actionRefusal(detail, 'call_now')).toBe('Apelurile acestui post se fac între 10:00–18:00.');
  expect(actionRefusal(detail, 'close')).toBe('Este deja închisă.');
  expect(actionRefusal(detail, 'evaluate')).toBe('Something new.');
  expect(actionRefusal(detail, 'override')).toBeUndefined();
});
