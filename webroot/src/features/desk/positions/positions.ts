import * as m from '$messages';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { PositionFields, PositionStatus } from '$shared/api/types';

const at = (id: number) => ({ params: { path: { id } } });

export const positionsQuery = (filter: { status?: PositionStatus | ''; q?: string } = {}) => ({
  queryKey: [...keys.positions, filter],
  queryFn: () =>
    told(
      api.GET('/api/positions', {
        params: { query: { q: filter.q, status: filter.status || undefined, pageSize: 200 } },
      }),
    ),
});

export const positionQuery = (id: number) => ({
  queryKey: keys.position(id),
  queryFn: () => told(api.GET('/api/positions/{id}', at(id))),
});

export const createPosition = (fields: PositionFields) =>
  told(api.POST('/api/positions', { body: withoutNulls(fields) }));
export const updatePosition = (id: number, version: number, fields: PositionFields) =>
  told(api.PUT('/api/positions/{id}', { ...at(id), body: { ...withoutNulls(fields), version } }));
export const deletePosition = (id: number) => told(api.DELETE('/api/positions/{id}', at(id)));

/** To the server a field that is left out is one without a value. */
const withoutNulls = (fields: PositionFields) => ({
  ...fields,
  systemPrompt: fields.systemPrompt ?? undefined,
  firstMessage: fields.firstMessage ?? undefined,
  qualificationPrompt: fields.qualificationPrompt ?? undefined,
});

const LABELS: Record<keyof PositionFields, () => string> = {
  title: m.position_title,
  description: m.position_description,
  status: m.status,
  language: m.position_language,
  campaignQuestions: m.position_questions,
  systemPrompt: m.position_system_prompt,
  firstMessage: m.position_first_message,
  qualificationPrompt: m.position_qualification_prompt,
  callRetryMax: m.position_call_retry_max,
  callRetryIntervalMinutes: m.position_call_retry_interval,
  callingHourStart: m.position_calling_start,
  callingHourEnd: m.position_calling_end,
  followUpIntervalHours: m.position_follow_up,
  rejectedCvTimeoutDays: m.position_rejected_timeout,
};

export const FIELD_NAMES = Object.keys(LABELS) as (keyof PositionFields)[];

/** The name of a field as the form shows it; names the form does not know stay as they are. */
export const fieldLabel = (field: string): string => LABELS[field as keyof PositionFields]?.() ?? field;
