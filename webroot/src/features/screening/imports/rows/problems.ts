import { doubtWords } from '$features/desk/candidates/doubts';
import * as m from '$messages';
import type { Remark } from '$shared/api/openapi';
import { byCode, type Codes } from '$shared/words/said';

/** What is to be said about a row, by the server's code. */
const PROBLEMS: Codes = {
  test_lead: () => m.problem_test_lead(),
  not_split: () => m.problem_not_split(),
  too_many_columns: ({ found = '', expected = '' }) => m.problem_columns({ has: found, header: expected }),
  too_long: ({ most = '' }) => m.problem_long({ most }),
  no_lead_id: () => m.problem_no_id(),
  no_contact: () => m.problem_no_contact(),
  bad_time: () => m.problem_time(),
  no_name: () => m.problem_name(),
  unreadable: () => m.problem_characters(),
  rounded_id: () => m.problem_rounded_id(),
  phone_doubtful: ({ doubt = '' }) => m.problem_phone({ why: doubtWords(doubt) }),
  bad_email: () => m.problem_email(),
};

/** One sentence in the language of the screens; one that they do not know stays as the server said it. */
export const problemWords = (problem: Pick<Remark, 'code' | 'params'>, words: string): string =>
  byCode(PROBLEMS, problem.code, problem.params) ?? words;

/** Columns of the preview, each with the fields of the file whose remarks stand under it. */
const UNDER: Record<'name' | 'phone' | 'email' | 'campaign', readonly string[]> = {
  name: ['full_name', 'first_name', 'last_name'],
  phone: ['phone_number'],
  email: ['email'],
  campaign: ['campaign_name'],
};

export type Place = keyof typeof UNDER | 'row';

/** Where a remark stands; what no shown column is about stands at the row's number. */
export const placeOf = (field: string): Place =>
  (Object.keys(UNDER) as (keyof typeof UNDER)[]).find((place) => UNDER[place].includes(field)) ?? 'row';
