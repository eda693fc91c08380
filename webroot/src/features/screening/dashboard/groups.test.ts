import { describe, expect, it } from 'vitest';
import { segments, totalOf } from './groups';

describe('the bar of a position', () => {
  it('is filled exactly, gaps included, and leaves empty groups out', () => {
    const groups = { pendingCalls: 3, inProgress: 0, awaitingCv: 1, completed: 4 };
    const parts = segments(groups, 1);
    const last = parts.at(-1);
    expect(parts.map((part) => part.name)).toEqual(['pendingCalls', 'awaitingCv', 'completed']);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(100);
  });
  it('is empty when nobody is there', () => {
    const groups = { pendingCalls: 0, inProgress: 0, awaitingCv: 0, completed: 0 };
    expect(totalOf(groups)).toBe(0);
    expect(segments(groups, 1)).toEqual([]);
  });
});
