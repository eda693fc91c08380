import { SvelteSet } from 'svelte/reactivity';

/** Which rows are chosen. A range is chosen from the row touched last to the one touched with Shift. */
export class Selection {
  readonly ids = new SvelteSet<number>();
  private anchor: number | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: number): boolean {
    return this.ids.has(id);
  }

  toggle(id: number): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.anchor = id;
  }

  /** Brings every row between the anchor and this one into the state this one gets. */
  extend(id: number, order: readonly number[]): void {
    const from = this.anchor === null ? -1 : order.indexOf(this.anchor);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    const chosen = !this.ids.has(id);
    for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (chosen) this.ids.add(one);
      else this.ids.delete(one);
    }
    this.anchor = id;
  }

  replace(ids: Iterable<number>): void {
    this.ids.clear();
    for (const id of ids) this.ids.add(id);
  }

  clear(): void {
    this.ids.clear();
    this.anchor = null;
  }
}
