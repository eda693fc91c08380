import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '$shared/api/types';
import { orderOf, sameOrder, settle } from './order';

const row = (id: number, lastActivityAt: string) => ({ id, lastActivityAt }) as ApplicationRow;
const shown = [row(1, '2026-05-03'), row(2, '2026-05-02'), row(3, '2026-05-01')];
const ids = (rows: ApplicationRow[]) => rows.map((one) => one.id);

describe('rows that change while they are looked at', () => {
  it('stay where they are', () => {
    const fresh = [row(3, '2026-05-09'), row(1, '2026-05-03'), row(2, '2026-05-02')];
    expect(ids(settle(orderOf(shown), fresh))).toEqual([1, 2, 3]);
  });
  it('leave when they no longer match, and new ones come on top', () => {
    const fresh = [row(9, '2026-05-08'), row(1, '2026-05-03'), row(3, '2026-05-01')];
    expect(ids(settle(orderOf(shown), fresh))).toEqual([9, 1, 3]);
  });
  it('are followed by the next page', () => {
    const fresh = [...shown, row(4, '2026-04-30'), row(5, '2026-04-29')];
    expect(ids(settle(orderOf(shown), fresh))).toEqual([1, 2, 3, 4, 5]);
  });
  it('are shown once when two pages overlap', () => {
    expect(ids(settle(orderOf(shown), [...shown, row(3, '2026-05-01')]))).toEqual([1, 2, 3]);
  });
  it('tell whether the order is the newest', () => {
    expect(sameOrder(shown, [...shown])).toBe(true);
    expect(sameOrder(shown, [...shown].reverse())).toBe(false);
  });
});
