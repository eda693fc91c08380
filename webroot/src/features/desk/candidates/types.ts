export type { Candidate } from '$shared/api/openapi';
