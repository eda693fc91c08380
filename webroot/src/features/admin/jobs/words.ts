import * as m from '$messages';
import { spaced } from './jobs';

interface Named {
  name: () => string;
  text: () => string;
}

/** What the scheduled jobs are called and do, by the server's names for them. */
const JOBS: Record<string, Named> = {
  process_call_queue: { name: m.job_call_queue, text: m.job_call_queue_text },
  close_call_windows: { name: m.job_call_windows, text: m.job_call_windows_text },
  sync_stuck_calls: { name: m.job_stuck_calls, text: m.job_stuck_calls_text },
  check_cv_followups: { name: m.job_follow_ups, text: m.job_follow_ups_text },
  close_stale_rejected: { name: m.job_close_stale, text: m.job_close_stale_text },
  poll_cv_inbox: { name: m.job_mailbox, text: m.job_mailbox_text },
  forget_old: { name: m.job_forget, text: m.job_forget_text },
  sweep_files: { name: m.job_files, text: m.job_files_text },
};

const COUNTS: Record<string, () => string> = {
  answers: m.count_answers,
  audit: m.count_audit,
  askedAgain: m.count_asked_again,
  batches: m.count_batches,
  events: m.count_events,
  failed: m.count_failed,
  logins: m.count_logins,
  modelCalls: m.count_model_calls,
  new: m.count_new,
  overdue: m.count_overdue,
  rejected: m.count_rejected,
  reminded: m.count_reminded,
  removed: m.count_removed,
  takenUp: m.count_taken_up,
  waiting: m.count_waiting,
  wrongTries: m.count_wrong_tries,
};

/** The name of a job; one that the screens do not know keeps the server's. */
export const jobName = (name: string): string => JOBS[name]?.name() ?? spaced(name);
export const jobText = (name: string, sentence: string): string => JOBS[name]?.text() ?? sentence;
export const countName = (name: string): string => COUNTS[name]?.() ?? spaced(name);
