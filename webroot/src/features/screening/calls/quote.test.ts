import { describe, expect, it } from 'vitest';
import { splitAt } from './quote';

describe('a quote in a turn', () => {
  it('is found whatever its spaces and case are', () => {
    expect(splitAt('Da, am  lucrat doi ani.', 'Am lucrat')).toEqual(['Da, ', 'am  lucrat', ' doi ani.']);
  });
  it('may hold signs that mean something to a pattern', () => {
    expect(splitAt('C++ (five years)?', 'c++ (five years)?')).toEqual(['', 'C++ (five years)?', '']);
  });
  it('is null when it was never said or is empty', () => {
    expect(splitAt('Hello', 'bye')).toBeNull();
    expect(splitAt('Hello', ' ')).toBeNull();
    expect(splitAt('Hello', null)).toBeNull();
  });
});
