import type { Candidate } from './types';
import * as m from '$messages';
import { bySentence, type Sentences } from '$shared/words/said';

type Doubt = NonNullable<Candidate['phoneDoubt']>;

/** Why a phone number is not dialled. */
const DOUBTS: Record<Doubt, () => string> = {
  too_short: m.doubt_too_short,
  too_long: m.doubt_too_long,
  unassigned: m.doubt_unassigned,
  country_unclear: m.doubt_country_unclear,
  several: m.doubt_several,
  not_digits: m.doubt_not_digits,
  rounded: m.doubt_rounded,
  premium: m.doubt_premium,
  shared_cost: m.doubt_shared_cost,
  satellite: m.doubt_satellite,
  service: m.doubt_service,
};

export const doubtWords = (doubt: string): string => DOUBTS[doubt as Doubt]?.() ?? doubt;

/** The same where the server tells it as a sentence. */
const SENTENCES: Sentences = [
  [/too few digits/, () => m.doubt_too_short()],
  [/too many digits/, () => m.doubt_too_long()],
  [/No numbering plan/, () => m.doubt_unassigned()],
  [/country is not clear/, () => m.doubt_country_unclear()],
  [/several numbers/, () => m.doubt_several()],
  [/Letters or signs/, () => m.doubt_not_digits()],
  [/A spreadsheet has rounded/, () => m.doubt_rounded()],
  [/premium rate/, () => m.doubt_premium()],
  [/shared cost/, () => m.doubt_shared_cost()],
  [/satellite/, () => m.doubt_satellite()],
  [/service number/, () => m.doubt_service()],
];

export const doubtSentence = (text: string): string => bySentence(SENTENCES, text);
