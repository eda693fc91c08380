import type { Position, PositionFields } from '$shared/api/types';

export const NEW_POSITION: PositionFields = {
  title: '',
  description: '',
  status: 'open',
  language: 'ro',
  campaignQuestions: '',
  systemPrompt: null,
  firstMessage: null,
  qualificationPrompt: null,
  callRetryMax: 2,
  callRetryIntervalMinutes: 60,
  callingHourStart: 10,
  callingHourEnd: 18,
  followUpIntervalHours: 48,
  rejectedCvTimeoutDays: 7,
};

/** The editable part of a position. */
export function fieldsOf(position: PositionFields): PositionFields {
  const names = Object.keys(NEW_POSITION) as (keyof PositionFields)[];
  return Object.fromEntries(names.map((name) => [name, position[name]])) as unknown as PositionFields;
}

/** A blank prompt is no prompt. */
export function cleaned(fields: PositionFields): PositionFields {
  const prompt = (text: string | null) => (text?.trim() ? text : null);
  return {
    ...fields,
    title: fields.title.trim(),
    systemPrompt: prompt(fields.systemPrompt),
    firstMessage: prompt(fields.firstMessage),
    qualificationPrompt: prompt(fields.qualificationPrompt),
  };
}

/** Each line that says something is a criterion; the same line twice is one. */
export function criteriaIn(questions: string): string[] {
  const lines = questions.split(/\r\n?|\n/).map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

const PROMPTS = ['systemPrompt', 'firstMessage', 'qualificationPrompt'] as const;

/** The prompts without which no call can be placed. */
export const missingForCalls = (fields: PositionFields) => PROMPTS.filter((name) => !fields[name]?.trim());

export type Fault = { kind: 'required' } | { kind: 'range'; min: number; max: number } | { kind: 'hours' };

const RANGES: [keyof PositionFields, number, number][] = [
  ['callRetryMax', 1, 10],
  ['callRetryIntervalMinutes', 1, 10_080],
  ['callingHourStart', 0, 23],
  ['callingHourEnd', 1, 24],
  ['followUpIntervalHours', 1, 720],
  ['rejectedCvTimeoutDays', 1, 365],
];

/** What would be refused, by field; empty when the position can be saved. */
export function faultsIn(fields: PositionFields): Partial<Record<keyof PositionFields, Fault>> {
  const faults: Partial<Record<keyof PositionFields, Fault>> = {};
  for (const name of ['title', 'description'] as const) {
    if (!fields[name].trim()) faults[name] = { kind: 'required' };
  }
  for (const [name, min, max] of RANGES) {
    const value = fields[name];
    const right = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    if (!right) faults[name] = { kind: 'range', min, max };
  }
  if (
    !faults.callingHourEnd &&
    !faults.callingHourStart &&
    fields.callingHourEnd <= fields.callingHourStart
  ) {
    faults.callingHourEnd = { kind: 'hours' };
  }
  return faults;
}

export interface Clash {
  field: keyof PositionFields;
  mine: string | number | null;
  theirs: string | number | null;
}

/** Fields that both sides changed, and to different values. What only they changed is taken over silently. */
export function clashes(base: PositionFields, mine: PositionFields, theirs: PositionFields): Clash[] {
  const names = Object.keys(NEW_POSITION) as (keyof PositionFields)[];
  return names
    .filter((name) => mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name])
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
}

/** Theirs, with what we changed on top; where both changed, the choice decides. */
export function merged(
  base: PositionFields,
  mine: PositionFields,
  theirs: PositionFields,
  keepTheirs: ReadonlySet<keyof PositionFields>,
): PositionFields {
  const names = Object.keys(NEW_POSITION) as (keyof PositionFields)[];
  const own = names.filter((name) => mine[name] !== base[name] && !keepTheirs.has(name));
  return { ...fieldsOf(theirs), ...Object.fromEntries(own.map((name) => [name, mine[name]])) };
}

export const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'version' in value && 'title' in value;
