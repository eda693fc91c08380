import * as m from '$messages';
import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { Page, Position, PositionFields, PositionRow } from '$shared/api/types';

export const positionsQuery = (filter: { status?: string; q?: string } = {}) => ({
  queryKey: [...keys.positions, filter],
  queryFn: () => api.get<Page<PositionRow>>('/api/positions', { ...filter, pageSize: 200 }),
});

export const positionQuery = (id: number) => ({
  queryKey: keys.position(id),
  queryFn: () => api.get<Position>(`/api/positions/${id}`),
});

export const createPosition = (fields: PositionFields) => api.post<Position>('/api/positions', fields);
export const updatePosition = (id: number, version: number, fields: PositionFields) =>
  api.put<Position>(`/api/positions/${id}`, { ...fields, version });
export const deletePosition = (id: number) => api.delete(`/api/positions/${id}`);

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
