import * as m from '$messages';
import type { ApplicationStatus } from '$shared/api/types';

/** What can be chosen to start with a status that is set by hand. */
export interface Start {
  /** The field of the request. */
  field: 'askForCv' | 'startCall';
  label: () => string;
}

const ASK: Start = { field: 'askForCv', label: m.start_ask };
const REMIND: Start = { field: 'askForCv', label: m.start_remind };

const STARTS: Partial<Record<ApplicationStatus, Start>> = {
  call_queued: { field: 'startCall', label: m.start_call },
  qualified: ASK,
  not_qualified: ASK,
  awaiting_cv: ASK,
  awaiting_cv_rejected: ASK,
  cv_followup_1: REMIND,
  cv_followup_2: REMIND,
};

/** The choice of a status; undefined where nothing would start. */
export const startOf = (status: ApplicationStatus | ''): Start | undefined =>
  status ? STARTS[status] : undefined;
