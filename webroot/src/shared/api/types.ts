/** The shapes the server speaks. Instants are ISO-8601 in UTC, ids are numbers. */

export type Role = 'admin' | 'recruiter' | 'seeker';

export interface User {
  id: number;
  email: string;
  displayName: string;
  roles: Role[];
}

export interface LoginResult {
  accessToken: string;
  expiresInSeconds: number;
  user: User;
}

export interface About {
  sandbox: boolean;
  sandboxSpeed: number;
  businessNow: string;
  timeZone: string;
  version: string;
  demoLogin?: { email: string; password: string } | null;
}

export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

export type PositionStatus = 'open' | 'paused' | 'closed';
export type PositionGap = 'systemPrompt' | 'firstMessage' | 'qualificationPrompt';

export interface PositionRow {
  id: number;
  title: string;
  status: PositionStatus;
  language: string;
  openApplications: number;
  applications: number;
  createdAt: string;
  callable: boolean;
  missing: string[];
}

export interface Criterion {
  key: string;
  text: string;
}

export interface PositionFields {
  title: string;
  description: string;
  status: PositionStatus;
  language: string;
  campaignQuestions: string;
  systemPrompt: string | null;
  firstMessage: string | null;
  qualificationPrompt: string | null;
  callRetryMax: number;
  callRetryIntervalMinutes: number;
  callingHourStart: number;
  callingHourEnd: number;
  followUpIntervalHours: number;
  rejectedCvTimeoutDays: number;
}

export interface Position extends PositionFields {
  id: number;
  criteria: Criterion[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export const APPLICATION_STATUSES = [
  'pending_call',
  'call_queued',
  'call_in_progress',
  'call_completed',
  'scoring',
  'qualified',
  'not_qualified',
  'awaiting_cv',
  'cv_followup_1',
  'cv_followup_2',
  'cv_overdue',
  'awaiting_cv_rejected',
  'cv_received',
  'cv_received_rejected',
  'callback_scheduled',
  'needs_human',
  'call_failed',
  'closed',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

export interface ApplicationRow {
  id: number;
  reference: string;
  candidateId: number;
  candidateName: string;
  phone: string;
  email: string;
  positionId: number;
  positionTitle: string;
  status: ApplicationStatus;
  score: number | null;
  qualified: boolean | null;
  callbackAt: string | null;
  nextCallAt: string | null;
  attention: string | null;
  needsHumanReason: string | null;
  heldAsDuplicate: boolean;
  lastActivityAt: string;
  statusSince: string;
}

export type Effect = 'create' | 'update' | 'skip' | 'refuse';
export type MatchedOn = 'phone' | 'email' | 'both';

export interface ImportRow {
  rowNumber: number;
  fullName: string;
  phone: string;
  email: string;
  campaignName: string | null;
  answers: number;
  effect: Effect;
  error: string | null;
  warning: string | null;
  duplicateOf: { candidateId: number | null; name: string; matchedOn: MatchedOn } | null;
}

export type ImportState = 'previewed' | 'confirmed' | 'discarded' | 'undone';

export interface ImportPreview {
  id: number;
  positionId: number;
  positionTitle: string;
  fileName: string;
  state: ImportState;
  encoding: string;
  delimiter: string;
  encodings: string[];
  delimiters: string[];
  rows: ImportRow[];
  counts: Record<Effect | 'applications' | 'possibleDuplicates', number>;
  questions: string[];
  ignoredColumns: string[];
  /** What it did; null before confirmation. */
  summary: ImportSummary | null;
}

export interface ImportSummary {
  id: number;
  candidatesCreated: number;
  candidatesUpdated: number;
  applicationsCreated: number;
  duplicatesSkipped: number;
  rowsRefused: number;
  possibleDuplicates: {
    candidateId: number;
    name: string;
    otherCandidateId: number;
    otherName: string;
    matchedOn: MatchedOn;
  }[];
  errors: { rowNumber: number; column: string | null; message: string }[];
  undoable: boolean;
}

export interface ManagedUser extends User {
  active: boolean;
  version: number;
  createdAt: string;
}

export interface Job {
  name: string;
  sentence: string;
  everySeconds: number;
  lastStartedAt: string | null;
  lastFinishedAt: string | null;
  lastDurationMs: number | null;
  lastOutcome: 'done' | 'failed' | null;
  lastError: string | null;
  lastCounts: Record<string, number>;
  nextRunAt: string | null;
  running: boolean;
}

export type TaskState = 'ready' | 'running' | 'done' | 'dead' | 'cancelled';

export interface Task {
  id: number;
  kind: string;
  key: string | null;
  state: TaskState;
  attempt: number;
  maxAttempts: number;
  runAt: string;
  notBefore: string;
  leaseUntil: string | null;
  worker: string | null;
  lastError: string | null;
  payload: unknown;
  createdAt: string;
  finishedAt: string | null;
}

export interface TaskKind {
  kind: string;
  ready: number;
  running: number;
  dead: number;
  oldestReadyAt: string | null;
  paused: boolean;
}
