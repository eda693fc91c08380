import * as m from '$messages';
import { byCode, bySentence, type Codes, type Params, type Sentences } from './said';

/** Why the server refused, by the reason it gives. */
const REASONS: Codes = {
  columns_missing: () => m.told_file_unclear(),
  workbook: () => m.told_file_workbook(),
  empty: () => m.told_file_empty(),
  header_only: () => m.told_file_empty(),
  email_malformed: () => m.reason_email_malformed(),
  email_taken: () => m.reason_email_taken(),
  name_invisible: () => m.reason_name_invisible(),
  last_administrator: () => m.reason_last_administrator(),
  crowded: () => m.reason_crowded(),
  too_many_tries: () => m.reason_too_many_tries(),
  password_too_short: () => m.reason_password_too_short(),
  password_known: () => m.reason_password_known(),
  password_wrong: () => m.reason_password_wrong(),
  second_factor_there: () => m.reason_second_factor_there(),
  second_factor_not_begun: () => m.reason_second_factor_not_begun(),
  second_factor_needed: () => m.reason_second_factor_needed(),
  second_factor_wrong: () => m.reason_second_factor_wrong(),
};

const SENTENCES: Sentences = [
  [/^Somebody else changed this (?:candidate|position|account)\.$/, () => m.error_conflict_hint()],
  [/^The application has changed since you looked at it\.$/, () => m.error_conflict_hint()],
  [/^The position is closed and takes no (?:import|new applications)\.$/, () => m.told_position_closed()],
  [/^The candidate has an application to this position\.$/, () => m.told_has_application()],
  [/^It is closed already, or a call or its scoring is under way\.$/, () => m.told_close_refused()],
  [/^It was assigned to (\S+) already\.$/, (reference) => m.told_assigned_already({ reference })],
  [/^This is no CV that we can take: (.+?)\.?$/, (why) => m.told_no_cv({ why: CV_PROBLEMS[why]?.() ?? why })],
  [/^This candidate is being phoned already\.$/, () => m.told_phoned_already()],
  [/^All (\d+) lines are in use\./, (count) => m.told_lines_in_use({ count })],
  [
    /^Calls of this position are placed between (.+?)(?: \(.+\) only)?\.$/,
    (hours) => m.told_hours({ hours }),
  ],
  [/^No call-back can be scheduled from this status\.$/, () => m.told_no_callback()],
  [/^No voice provider is configured\.$/, () => m.told_no_voice()],
  [/^This channel is not configured\.$/, () => m.told_no_channel()],
  [/^(?:This reminder went out|Both reminders have been sent)/, () => m.told_reminders_sent()],
  [/^The position is closed: nothing is sent any more\.$/, () => m.told_nothing_sent()],
  [/^The import is \w+ already\.$/, () => m.told_import_decided()],
  [/^The file was read otherwise meanwhile/, () => m.told_read_otherwise()],
  [
    /^The import cannot be taken back: Application (\S+) has been worked on\.$/,
    (one) => m.told_undo_worked({ one }),
  ],
  [
    /^The import cannot be taken back: Candidate (\S+) has been changed since\.$/,
    (one) => m.told_undo_worked({ one }),
  ],
  [/^The file is larger than (\d+) MB\.$/, (size) => m.told_file_large({ size })],
  [/^The file is a workbook or an archive/, () => m.told_file_workbook()],
  [/^The file is empty|^The file has a header and no rows\.$/, () => m.told_file_empty()],
  [/^The file lacks these columns: (.+?)\.?$/, (columns) => m.told_file_lacks({ columns })],
  [/^The file has more than (\d+) rows\.$/, (count) => m.told_file_long({ count })],
  [/^The upload broke off\.$/, () => m.told_upload_broke()],
  [/^The position has applications or imports and cannot be deleted/, () => m.told_position_kept()],
  [/^This call has no transcript to judge\.$/, () => m.told_no_transcript()],
  [/^The position has no qualification prompt\.$/, () => m.told_no_qualification_prompt()],
  [/^Task \d+ is not in a state that allows this\.$/, () => m.told_task_moved()],
];

const CV_PROBLEMS: Record<string, () => string> = {
  'empty file': m.cv_problem_empty,
  'not a document': m.cv_problem_no_document,
  'picture inside the text': m.cv_problem_picture,
  'small picture': m.cv_problem_picture,
};

/** A word on one field, as the check of every input says it. */
const FIELDS: Sentences = [
  [/^(?:is needed|must not be blank|must not be null)$/, () => m.field_needed()],
  [/^must have at most (\d+) characters$/, (most) => m.field_too_long({ most })],
  [/^must be between (\S+) and (\S+)$/, (min, max) => m.field_range({ min, max })],
  [/^(?:is not right|is not known here|is not an e-mail address)$/, () => m.field_wrong()],
  [/^must be a time such as/, () => m.field_no_time()],
  [/^must be a two-letter language code/, () => m.field_no_language()],
  [/^must be later than the start of the calling hours$/, () => m.field_hours()],
  [/^There is an account with this address\.$/, () => m.reason_email_taken()],
  [/^Please write a text\.$/, () => m.field_needed()],
  ...SENTENCES,
];

/** Why something was refused, in the language of the screens as far as it is known there. */
export const refusalWords = (reason: string | undefined, params: Params, text: string): string =>
  byCode(REASONS, reason, params) ?? bySentence(SENTENCES, text);

export const fieldWords = (reason: string | undefined, text: string): string =>
  byCode(REASONS, reason) ?? bySentence(FIELDS, text);
