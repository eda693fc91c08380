/** The product's words for what the server's document describes; the shapes themselves are generated. */
import type {
  AboutAnswer,
  ApplicationRow,
  ImportItem,
  ImportRow,
  JobRow,
  KindRow,
  Me,
  Position,
  operations,
  PositionRow,
  PossibleDuplicate,
  TaskRow,
  User as ManagedUser,
} from './openapi';

export type { ImportPreview, ImportSummary } from './openapi';
export type { ApplicationRow, ImportRow, ManagedUser, Position, PositionRow };
export type About = AboutAnswer;
export type User = Me;
export type Role = Me['roles'][number];
export type Job = JobRow;
export type Task = TaskRow;
export type TaskKind = KindRow;
export type TaskState = TaskRow['state'];
export type Effect = ImportRow['effect'];
export type ImportState = ImportItem['state'];
export type MatchedOn = PossibleDuplicate['matchedOn'];
export type PositionStatus = PositionRow['status'];
export type ApplicationStatus = ApplicationRow['status'];

/** What an operation takes as its body. */
export type BodyOf<Name extends keyof operations> = NonNullable<
  operations[Name]['requestBody']
>['content']['application/json'];

/** What an operation takes after `?`. */
export type QueryOf<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;

/** The editable part of a position. */
export type PositionFields = Pick<Position, keyof BodyOf<'positions.create'>>;

/** Logging in sets a cookie besides, so it is a route of its own and in no document. */
export interface LoginResult {
  accessToken: string;
  expiresInSeconds: number;
  user: User;
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
] as const satisfies readonly ApplicationStatus[];
