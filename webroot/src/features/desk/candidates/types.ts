import type { ApplicationStatus } from '$shared/api/types';

export interface CandidateApplication {
  id: number;
  reference: string;
  positionId: number;
  positionTitle: string;
  status: ApplicationStatus;
  score: number | null;
  qualified: boolean | null;
  lastActivityAt: string;
}

export interface Candidate {
  id: number;
  reference: string;
  firstName: string;
  lastName: string;
  fullName: string;
  phone: string;
  /** Null when the phone cannot be dialled. */
  phoneE164: string | null;
  email: string;
  whatsappNumber: string | null;
  source: 'meta_form' | 'manual';
  metaLeadId: string | null;
  metaCreatedTime: string | null;
  campaignName: string | null;
  platform: string | null;
  formAnswers: Record<string, unknown>;
  notes: string;
  version: number;
  createdAt: string;
  applications: CandidateApplication[] | null;
}
