import { describe, expect, it } from 'vitest';
import type { ApplicationRow, PositionRow } from '$shared/api/types';
import { forecast } from './forecast';

const row = (id: number, rest: Partial<ApplicationRow> = {}) =>
  ({ id, status: 'pending_call', positionId: 1, heldAsDuplicate: false, ...rest }) as ApplicationRow;
const position = (id: number, rest: Partial<PositionRow> = {}) =>
  ({ id, status: 'open', callable: true, ...rest }) as PositionRow;

describe('what a trigger will presumably do', () => {
  it('names each reason against it once', () => {
    const rows = [
      row(1),
      row(2, { status: 'call_failed' }),
      row(3, { status: 'scoring' }),
      row(4, { heldAsDuplicate: true }),
      row(5, { positionId: 2 }),
      row(6, { positionId: 3 }),
    ];
    const positions = [position(1), position(2, { status: 'paused' }), position(3, { callable: false })];
    expect(forecast(new Set([1, 2, 3, 4, 5, 6]), rows, new Set(), positions)).toEqual({
      queued: 2,
      wrongStatus: 1,
      duplicates: 1,
      positions: 2,
    });
  });
  it('goes by the status alone where the row is not loaded', () => {
    expect(forecast(new Set([7, 8]), [], new Set([7]), [])).toMatchObject({ queued: 1, wrongStatus: 1 });
  });
});
