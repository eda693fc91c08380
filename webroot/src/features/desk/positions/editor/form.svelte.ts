import { cleaned, clashes, faultsIn, fieldsOf, isPosition, merged, type Clash, type Fault } from './fields';
import { createPosition, updatePosition } from '../positions';
import * as m from '$messages';
import { ApiError, fieldError } from '$shared/api/errors';
import type { Position, PositionFields } from '$shared/api/types';

/** One position being written: what it was, what it is to be, and what stands in the way of saving. */
export class PositionForm {
  values = $state<PositionFields>() as PositionFields;
  saving = $state(false);
  /** The values of someone who saved in the meantime, until it is decided which stay. */
  theirs = $state.raw<Position | null>(null);
  private base = $state.raw<PositionFields>() as PositionFields;
  private version = $state(0);
  private tried = $state(false);
  private failure = $state.raw<unknown>(null);

  readonly faults = $derived(faultsIn(this.values));
  readonly dirty = $derived(JSON.stringify(this.values) !== JSON.stringify(this.base));
  readonly clashes = $derived<Clash[]>(
    this.theirs ? clashes(this.base, cleaned(this.values), fieldsOf(this.theirs)) : [],
  );

  constructor(
    fields: PositionFields,
    private readonly id: number | null = null,
    version = 0,
  ) {
    this.adopt(fields, version);
  }

  /** Takes over what the server has, unless something is being written. */
  follow(position: Position): void {
    if (position.version > this.version && !this.dirty && !this.saving)
      this.adopt(position, position.version);
  }

  /** The complaint about a field: ours once saving was tried, else the server's. */
  error(field: keyof PositionFields): string | undefined {
    const fault = this.tried ? this.faults[field] : undefined;
    return fault ? inWords(fault) : fieldError(this.failure, field);
  }

  /** Saves and answers the saved position; null when something must be put right first. */
  async save(): Promise<Position | null> {
    this.tried = true;
    this.failure = null;
    if (Object.keys(this.faults).length > 0) return null;
    this.saving = true;
    try {
      const fields = cleaned(this.values);
      const saved = await (this.id === null
        ? createPosition(fields)
        : updatePosition(this.id, this.version, fields));
      this.adopt(saved, saved.version);
      return saved;
    } catch (error) {
      this.failure = error;
      if (error instanceof ApiError && error.code === 'conflict' && isPosition(error.current)) {
        this.theirs = error.current;
        return null;
      }
      throw error;
    } finally {
      this.saving = false;
    }
  }

  /** Settles a conflict: their values, ours on top except where theirs were chosen. */
  settle(keepTheirs: ReadonlySet<keyof PositionFields>): void {
    if (!this.theirs) return;
    this.values = merged(this.base, cleaned(this.values), fieldsOf(this.theirs), keepTheirs);
    this.base = fieldsOf(this.theirs);
    this.version = this.theirs.version;
    this.theirs = null;
    this.failure = null;
  }

  private adopt(fields: PositionFields, version: number): void {
    this.values = fieldsOf(fields);
    this.base = fieldsOf(fields);
    this.version = version;
    this.tried = false;
    this.theirs = null;
  }
}

function inWords(fault: Fault): string {
  if (fault.kind === 'range') return m.fault_range({ min: fault.min, max: fault.max });
  return fault.kind === 'hours' ? m.fault_hours() : m.fault_required();
}
