import { doubtSentence } from '$features/desk/candidates/doubts';
import * as m from '$messages';
import { bySentence, type Sentences } from '$shared/words/said';

/** What is wrong with a row, as the server writes it. */
const PROBLEMS: Sentences = [
  [/^Meta test lead$/, () => m.problem_test_lead()],
  [/^From this line on the file cannot be split into columns\.$/, () => m.problem_not_split()],
  [/^The row has (\d+) columns, the header (\d+)\.$/, (has, header) => m.problem_columns({ has, header })],
  [/^The text is longer than (\d+) characters\.$/, (most) => m.problem_long({ most })],
  [/^The row has no lead id\.$/, () => m.problem_no_id()],
  [/^The row has neither a phone number nor an e-mail address\.$/, () => m.problem_no_contact()],
  [/^The row has no usable contact: (.+)$/, (why) => `${m.problem_no_usable_contact()} ${problemWords(why)}`],
  [/^created_time is not a time/, () => m.problem_time()],
  [/^phone_number is not dialled: (.+)$/, (why) => m.problem_phone({ why: doubtSentence(why) })],
  [/^phone_number was rounded/, () => m.problem_phone_rounded()],
  [/^full_name is empty\.$/, () => m.problem_name()],
  [/^email is not an address/, () => m.problem_email()],
  [/^Some characters could not be read/, () => m.problem_characters()],
];

const whole = (text: string) => bySentence(PROBLEMS, text);

/** Several problems of one row stand one after the other; each is said in the language of the screens. */
export function problemWords(text: string): string {
  const said = whole(text);
  if (said !== text) return said;
  return text
    .split(/(?<=\.) (?=[A-Za-z])/)
    .map(whole)
    .join(' ');
}
