import { describe, expect, it } from 'vitest';
import { asAddress, filtersFrom, isNarrowed } from './filters';

const from = (address: string) => {
  const params = new URLSearchParams(address);
  return filtersFrom((name) => params.get(name) ?? '');
};

describe('filters in the address', () => {
  it('come back as they went', () => {
    const address = '?positionId=3&status=call_failed%2Cclosed&qualified=none&from=2026-05-01&q=Ana';
    expect(asAddress(from(address))).toBe(address);
  });
  it('leave out what no filter knows', () => {
    const filters = from(
      '?positionId=x&status=call_failed,unheard_of&qualified=maybe&group=all&from=yesterday',
    );
    expect(filters).toEqual({
      positionId: '',
      status: ['call_failed'],
      qualified: '',
      group: '',
      from: '',
      to: '',
      q: '',
    });
  });
  it('tell whether they narrow anything', () => {
    expect(isNarrowed(from(''))).toBe(false);
    expect(isNarrowed(from('?q=%20'))).toBe(false);
    expect(isNarrowed(from('?group=completed'))).toBe(true);
  });
});
