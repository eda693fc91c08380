import type { PositionStatus } from '$shared/api/types';

export type GroupName = 'pendingCalls' | 'inProgress' | 'awaitingCv' | 'completed';
export type Groups = Record<GroupName, number>;

export interface PositionCard {
  id: number;
  title: string;
  status: PositionStatus;
  groups: Groups;
  attention: number;
}

export type AttentionKind =
  | 'call_failed'
  | 'cv_overdue'
  | 'needs_human'
  | 'callback_today'
  | 'unmatched'
  | 'cv_review'
  | 'message_failed'
  | 'provider';

export interface Attention {
  kind: AttentionKind;
  applicationId: number | null;
  candidateName: string | null;
  positionTitle: string | null;
  reason: string | null;
  at: string;
}

export interface RecentEvent {
  at: string;
  kind: string;
  applicationId: number | null;
  candidateName: string | null;
  text: { from: string | null; to: string | null } | null;
}

export interface Dashboard {
  positions: PositionCard[];
  today: { calls: number; cvsReceived: number; followUps: number; businessDate: string };
  attention: Attention[];
  attentionTotal?: number;
  recent: RecentEvent[];
}
