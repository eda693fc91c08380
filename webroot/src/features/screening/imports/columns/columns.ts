import * as m from '$messages';
import { ApiError } from '$shared/api/errors';
import type { Column } from '$shared/api/openapi';

export type LeadField = Column['field'];

/** What a column is, by its header. */
export type Mapping = Record<string, LeadField>;

export const FIELDS: Record<LeadField, () => string> = {
  full_name: m.field_full_name,
  first_name: m.field_first_name,
  last_name: m.field_last_name,
  phone_number: m.field_phone,
  email: m.field_email,
  id: m.field_lead_id,
  created_time: m.field_created,
  campaign_name: m.field_campaign,
  platform: m.field_platform,
  question: m.field_question,
  ignored: m.field_ignored,
};

export const fieldChoices = () =>
  (Object.keys(FIELDS) as LeadField[]).map((value) => ({ value, label: FIELDS[value]() }));

export const mappingOf = (columns: readonly Column[]): Mapping =>
  Object.fromEntries(columns.map((column) => [column.header, column.field]));

/** The columns of a file that was refused because nobody knows which is which. */
export const columnsIn = (failure: unknown): readonly Column[] => {
  const told = failure instanceof ApiError && failure.reason === 'columns_missing' && failure.details.columns;
  return Array.isArray(told) ? (told as Column[]) : [];
};
