import * as m from '$messages';
import type { ApplicationStatus } from '$shared/api/types';
import { APPLICATION_STATUS } from '$shared/ui/status';
import { bySentence, type Sentences } from '$shared/words/said';
import { reasonSentences, reasonWords } from './reasons';
import type { CallStatus, MessageType } from './types';

/** The words of the areas for what is kept with an application; the view that composes them hands them in. */
const statusName = (status: string) => APPLICATION_STATUS[status as ApplicationStatus]?.label() ?? status;

const OUTCOMES: Record<string, () => string> = {
  completed: m.told_call_completed,
  'no answer': m.told_call_no_answer,
  busy: m.told_call_busy,
  voicemail: m.told_call_voicemail,
  failed: m.told_call_failed,
  cancelled: m.told_call_cancelled,
} satisfies Partial<Record<CallStatus | 'no answer', () => string>>;

const MESSAGES: Record<MessageType, () => string> = {
  cv_request: m.told_message_cv_request,
  cv_request_rejected: m.told_message_cv_request,
  cv_followup_1: m.told_message_reminder,
  cv_followup_2: m.told_message_reminder,
  rejection: m.told_message_rejection,
  other: m.told_message_other,
};

/** What the server writes into an application by itself: at calls, in messages, in the timeline. */
const SENTENCES: Sentences = [
  [
    /^Call ended: ([a-z ]+?)(?: \((.+)\))?$/,
    (outcome, why) => {
      const words = m.told_call_ended({ outcome: OUTCOMES[outcome]?.() ?? outcome });
      return why ? `${words} (${toldWords(why)})` : words;
    },
  ],
  [/^Not called: (.+)$/, (why) => m.told_not_called({ why: reasonWords(capital(why)) })],
  [/^Not dialled yet$/, () => m.told_not_dialled()],
  [/^Nobody was left to be phoned\.$/, () => m.told_nobody_left()],
  [/^The answer of the voice provider was lost\.$/, () => m.told_answer_lost()],
  [/^No result within (\d+) hours\.$/, (hours) => m.told_no_result({ hours })],
  [/^It is not known whether this call took place/, () => m.told_call_unknown()],
  [/^The voice provider reported conversation (\S+), which is not filed/, (id) => m.told_not_filed({ id })],
  [/^ElevenLabs refused \((\d+)\): (.+)$/, (code, words) => m.told_voice_refused({ code, words })],
  [
    /^No message \((\w+)\) could be sent\. ?(.*)$/,
    (type, why) =>
      `${m.told_no_message({ type: MESSAGES[type as MessageType]?.() ?? type })} ${why && toldWords(why)}`.trim(),
  ],
  [/^The candidate has no usable e-mail address\.$/, () => m.told_no_email()],
  [/^The candidate has no usable phone number\.$/, () => m.told_no_number()],
  [/^Not sent: the position is closed\.$/, () => m.told_not_sent_closed()],
  [
    /^Not sent: the application is (\w+) by now\.$/,
    (status) => m.told_not_sent_moved({ status: statusName(status) }),
  ],
  [/^Not sent: (.+) is not configured\.$/, (name) => m.told_not_sent_channel({ name })],
  [/^Not delivered\. ?(.*)$/, (words) => `${m.told_not_delivered()} ${words}`.trim()],
  [/^The WhatsApp channel is not connected/, () => m.told_whatsapp_away()],
  [/^The WhatsApp account has reached the limit/, () => m.told_whatsapp_limit()],
  [/^WhatsApp did not take the message\.$/, () => m.told_whatsapp_refused()],
  [/^The position is closed: no CV was asked for\.$/, () => m.told_no_cv_asked()],
  [/^The CV had come before\.$/, () => m.told_cv_before()],
  [/^The message went out earlier\.$/, () => m.told_message_earlier()],
  [/^The same person as (\S+?)\.$/, (one) => m.told_same_person({ one })],
  [/^The candidate wants to speak with a person\.$/, () => m.told_wants_person()],
  [/^The call could not be evaluated\. ?(.*)$/, (why) => `${m.told_not_evaluated()} ${why}`.trim()],
  [
    /^Evaluation failed \(attempt (\d+) of (\d+)\)/,
    (attempt, all) => m.told_evaluation_failed({ attempt, all }),
  ],
  [/^Evaluation waits: /, () => m.told_evaluation_waits()],
  [/^assigned by hand$/, () => m.told_by_hand()],
  [/^no candidate was found by sender or subject$/, () => m.told_nobody_found()],
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the server wrote, in the language of the screens; words of people stay as they are. */
export const toldWords = (text: string): string => bySentence([...SENTENCES, ...reasonSentences], text);
