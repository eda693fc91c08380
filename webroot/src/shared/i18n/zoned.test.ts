import { describe, expect, it } from 'vitest';
import { fieldsOf, momentOf, startOf } from './zoned';

const zone = 'Europe/Bucharest';

describe('the time of a call-back', () => {
  it('is read in the zone of the house, winter and summer', () => {
    expect(momentOf('2026-01-15', '14:00', zone)?.toISOString()).toBe('2026-01-15T12:00:00.000Z');
    expect(momentOf('2026-07-15', '14:00', zone)?.toISOString()).toBe('2026-07-15T11:00:00.000Z');
  });
  it('is none while it is not written out', () => {
    expect(momentOf('', '14:00', zone)).toBeNull();
    expect(momentOf('2026-02-30', '14:00', zone)).toBeNull();
    expect(momentOf('2026-02-03', '', zone)).toBeNull();
  });
  it('comes back as it went', () => {
    const moment = momentOf('2026-10-24', '09:30', zone) as Date;
    expect(fieldsOf(moment, zone)).toEqual({ day: '2026-10-24', time: '09:30' });
  });
});

describe('a day of the house', () => {
  it('starts at its midnight, also on the day when the clocks change', () => {
    expect(startOf('2026-10-25', zone)).toBe('2026-10-24T21:00:00.000Z');
    expect(startOf('2026-10-25', zone, 1)).toBe('2026-10-25T22:00:00.000Z');
    expect(startOf('', zone)).toBe('');
  });
});
