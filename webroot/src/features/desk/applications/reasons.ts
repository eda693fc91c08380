import { doubtSentence, doubtWords } from '../candidates/doubts';
import type { Action, ApplicationDetail } from './types';
import * as m from '$messages';
import type { ApplicationStatus, PositionStatus } from '$shared/api/types';
import { APPLICATION_STATUS, POSITION_STATUS } from '$shared/ui/status';
import { byCode, bySentence, type Codes, type Params, type Sentences } from '$shared/words/said';

const PROMPTS: Record<string, () => string> = {
  systemPrompt: m.prompt_system,
  system_prompt: m.prompt_system,
  firstMessage: m.prompt_first_message,
  first_message: m.prompt_first_message,
  qualificationPrompt: m.prompt_qualification,
  qualification_prompt: m.prompt_qualification,
};

const statusName = (status: string | undefined) =>
  APPLICATION_STATUS[status as ApplicationStatus]?.label() ?? status ?? '';
const positionStatus = (status: string | undefined) =>
  POSITION_STATUS[status as PositionStatus]?.label() ?? status ?? '';
const prompts = (names: string) =>
  names
    .split(', ')
    .map((name) => PROMPTS[name]?.() ?? name)
    .join(', ');

/** Why an action is refused, by the server's code. */
const CODES: Codes = {
  not_queued: ({ status }) => m.refusal_not_queued({ status: statusName(status) }),
  no_call: ({ status }) => m.refusal_no_call({ status: statusName(status) }),
  no_callback: ({ status }) => m.refusal_callback({ status: statusName(status) }),
  no_phone: () => m.refusal_no_phone(),
  phone_doubtful: ({ phone = '', doubt = '' }) => m.refusal_phone_doubtful({ phone, why: doubtWords(doubt) }),
  held_duplicate: () => m.refusal_duplicate(),
  position_not_open: ({ status }) => m.refusal_position({ status: positionStatus(status) }),
  position_lacks: ({ fields = '' }) => m.refusal_prompts({ prompts: prompts(fields) }),
  outside_hours: ({ hours = '' }) => m.refusal_hours({ hours }),
  file_waits: () => m.refusal_file_waits(),
  follow_ups_sent: () => m.refusal_follow_ups_sent(),
  no_follow_up: () => m.refusal_follow_up(),
  closed: () => m.refusal_closed(),
  under_way: () => m.refusal_under_way(),
  position_closed: () => m.refusal_position_closed(),
  unreachable: () => m.refusal_unreachable(),
  no_conversation: () => m.refusal_no_conversation(),
};

/** The same reasons where the server keeps them as sentences, in attention and in the timeline. */
export const reasonSentences: Sentences = [
  [
    /^The phone number (.+?) is not dialled\. (.+)$/,
    (phone, why) => m.refusal_phone_doubtful({ phone, why: doubtSentence(why) }),
  ],
  [
    /^Status is (\w+): only pending and failed calls are queued\.$/,
    (s) => m.refusal_not_queued({ status: statusName(s) }),
  ],
  [
    /^Status is (\w+): no call can be placed from there\.$/,
    (s) => m.refusal_no_call({ status: statusName(s) }),
  ],
  [/^The candidate has no phone number that can be dialled\.$/, () => m.refusal_no_phone()],
  [/^Held back as a possible duplicate/, () => m.refusal_duplicate()],
  [/^The position is (open|paused|closed)\.$/, (s) => m.refusal_position({ status: positionStatus(s) })],
  [/^The position lacks (.+)\.$/, (names = '') => m.refusal_prompts({ prompts: prompts(names) })],
  [/^Calls of this position are placed between (.+)\.$/, (hours = '') => m.refusal_hours({ hours })],
  [/^No call-back can be set in status (\w+)\.$/, (s) => m.refusal_callback({ status: statusName(s) })],
  [/^Both follow-ups were sent\.$/, () => m.refusal_follow_ups_sent()],
  [/^A follow-up is for qualified candidates/, () => m.refusal_follow_up()],
  [/^It is closed already\.$/, () => m.refusal_closed()],
  [/^A call or its scoring is under way\.$/, () => m.refusal_under_way()],
  [/^The position is closed: nothing is sent/, () => m.refusal_position_closed()],
  [/^The candidate has neither a phone number nor/, () => m.refusal_unreachable()],
  [/^There is no conversation to score\.$/, () => m.refusal_no_conversation()],
  [/^There is no such application\.$/, () => m.refusal_gone()],
];

/** A reason of the server in the language of the screens; unknown ones stay as they are. */
export const reasonWords = (reason: string): string => bySentence(reasonSentences, reason);

/** Why somebody was left out, by code where there is one. */
export const refusedWords = (refused: { code: string; params: Params; reason: string }): string =>
  byCode(CODES, refused.code, refused.params) ?? reasonWords(refused.reason);

/** Why an action cannot be done now; undefined when it can. */
export function actionRefusal(
  detail: Pick<ApplicationDetail, 'refusals' | 'refused'>,
  action: Action,
): string | undefined {
  const sentence = detail.refusals[action];
  if (sentence === undefined) return undefined;
  const coded = detail.refused.find((one) => one.action === action);
  return byCode(CODES, coded?.code, coded?.params) ?? reasonWords(sentence);
}
