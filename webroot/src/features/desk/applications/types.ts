import type { ApplicationDetail } from '$shared/api/openapi';

export type {
  ApplicationDetail,
  CallPart as Call,
  CriterionPart as CriterionResult,
  CvPart as Cv,
  EvaluationPart as Evaluation,
  FilePart as ReceivedFile,
  Header,
  MessagePart as Message,
  Moment,
  ReplyPart as Reply,
  Triggered,
  TurnPart as Turn,
} from '$shared/api/openapi';

type Part<Name extends keyof ApplicationDetail> = ApplicationDetail[Name] extends (infer One)[] ? One : never;

export type Action = Part<'allowedActions'>;
export type CallStatus = Part<'calls'>['status'];
export type Channel = Part<'messages'>['channel'];
export type CvSource = Part<'cvs'>['source'];
export type MatchMethod = NonNullable<Part<'cvs'>['matchMethod']>;
export type MessageStatus = Part<'messages'>['status'];
export type MessageType = Part<'messages'>['messageType'];
export type MomentKind = Part<'timeline'>['kind'];
export type Outcome = Part<'evaluations'>['outcome'];
export type Verdict = Part<'evaluations'>['criteria'][number]['verdict'];
