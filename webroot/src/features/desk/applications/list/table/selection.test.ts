import { describe, expect, it } from 'vitest';
import { Selection } from './selection.svelte';

const order = [10, 20, 30, 40, 50];
const chosen = (selection: Selection) => [...selection.ids].sort((a, b) => a - b);

describe('a selection', () => {
  it('takes a range from the row touched last, in either direction', () => {
    const selection = new Selection();
    selection.toggle(40);
    selection.extend(20, order);
    expect(chosen(selection)).toEqual([20, 30, 40]);
  });
  it('gives a range back the same way', () => {
    const selection = new Selection();
    selection.replace(order);
    selection.toggle(20);
    selection.extend(40, order);
    expect(chosen(selection)).toEqual([10, 50]);
  });
  it('starts at the row itself when the anchor is no longer in the list', () => {
    const selection = new Selection();
    selection.toggle(99);
    selection.extend(30, order);
    expect(chosen(selection)).toEqual([30, 99]);
  });
});
