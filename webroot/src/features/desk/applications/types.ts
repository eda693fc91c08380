import type { ApplicationRow, PositionStatus } from '$shared/api/types';

export type Channel = 'email' | 'whatsapp';
export type Outcome = 'qualified' | 'not_qualified' | 'callback_requested' | 'needs_human';
export type Verdict = 'met' | 'not_met' | 'not_asked' | 'unclear';
export type MessageStatus = 'pending' | 'sent' | 'delivered' | 'failed' | 'unknown';
export type MessageType =
  'cv_request' | 'cv_request_rejected' | 'cv_followup_1' | 'cv_followup_2' | 'rejection' | 'other';
export type CvSource = 'email_attachment' | 'whatsapp_media' | 'manual_upload';
export type MatchMethod =
  'exact_email' | 'exact_phone' | 'subject_id' | 'fuzzy_name' | 'cv_content' | 'manual';
export type Action =
  | 'call_now'
  | 'callback'
  | 'follow_up'
  | 'close'
  | 'override'
  | 'assign'
  | 'requeue'
  | 'send_message'
  | 'upload_cv'
  | 'evaluate';

export interface Header extends ApplicationRow {
  scoreNotes: string | null;
  cvReceivedAt: string | null;
  closedReason: 'cv_received' | 'timeout' | 'overdue' | 'manual' | null;
  assignedTo: Recruiter | null;
  version: number;
}

export interface Recruiter {
  id: number;
  displayName: string;
}

export interface CriterionResult {
  key: string;
  text: string;
  verdict: Verdict;
  quote: string | null;
  turnIndex: number | null;
  quoteDropped: boolean;
}

export interface Evaluation {
  id: number;
  callId: number;
  outcome: Outcome;
  qualified: boolean;
  score: number;
  reasoning: string;
  callbackAt: string | null;
  callbackNotes: string | null;
  needsHumanNotes: string | null;
  repaired: boolean;
  model: string;
  evaluatedAt: string;
  criteria: CriterionResult[];
}

export interface Message {
  id: number;
  channel: Channel;
  messageType: MessageType;
  status: MessageStatus;
  toAddress: string;
  subject: string | null;
  body: string;
  sentAt: string | null;
  createdAt: string;
  errorDetail: string | null;
}

export interface Cv {
  id: number;
  fileName: string;
  contentType: string;
  size: number;
  source: CvSource;
  matchMethod: MatchMethod | null;
  needsReview: boolean;
  confidenceNote: string | null;
  receivedAt: string;
}

export interface Reply {
  id: number;
  channel: Channel;
  sender: string;
  subject: string | null;
  body: string;
  receivedAt: string;
  isRead: boolean;
}

export interface Note {
  id: number;
  author: string;
  body: string;
  createdAt: string;
}

export type MomentKind = 'status' | 'call' | 'message' | 'reply' | 'cv' | 'note' | 'evaluation';

/** One thing that happened; what `from`, `to` and `note` hold depends on the kind. */
export interface Moment {
  at: string;
  kind: MomentKind;
  from: string | null;
  to: string | null;
  by: string | null;
  note: string | null;
  refId: number | null;
}

export type CallStatus =
  | 'submitting'
  | 'initiated'
  | 'in_progress'
  | 'completed'
  | 'no_answer'
  | 'busy'
  | 'voicemail'
  | 'failed'
  | 'unknown'
  | 'cancelled';

export interface Turn {
  index: number;
  role: 'agent' | 'user';
  text: string;
  atSeconds: number | null;
}

/** One attempt to phone a candidate. */
export interface Call {
  id: number;
  attemptNumber: number;
  status: CallStatus;
  initiatedAt: string;
  endedAt: string | null;
  durationSeconds: number | null;
  summary: string | null;
  summaryTitle: string | null;
  recordingUrl: string | null;
  errorDetail: string | null;
  conversationId: string | null;
  batchId: string | null;
  turns: Turn[];
}

export interface ApplicationDetail<C = unknown> {
  application: Header;
  candidate: C;
  position: {
    id: number;
    title: string;
    status: PositionStatus;
    language: string;
    callingHourStart: number;
    callingHourEnd: number;
  };
  calls: Call[];
  evaluations: Evaluation[];
  messages: Message[];
  cvs: Cv[];
  replies: Reply[];
  notes: Note[];
  timeline: Moment[];
  allowedActions: Action[];
  refusals: Partial<Record<Action, string>>;
}

export interface Triggered {
  queued: number[];
  refused: { id: number; candidateName: string | null; reason: string }[];
}
