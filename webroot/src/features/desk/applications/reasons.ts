import * as m from '$messages';
import type { ApplicationStatus, PositionStatus } from '$shared/api/types';
import { APPLICATION_STATUS, POSITION_STATUS } from '$shared/ui/status';

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

type Say = (...groups: string[]) => string;

/** The server explains in English; what it is known to say is said here in the language of the screens. */
const KNOWN: readonly [RegExp, Say][] = [
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
export function reasonWords(reason: string): string {
  for (const [pattern, say] of KNOWN) {
    const found = pattern.exec(reason);
    if (found) return say(...found.slice(1));
  }
  return reason;
}
