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
