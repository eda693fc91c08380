import * as m from '$messages';
import type { CvSource, MatchMethod } from '$features/desk/applications/types';

export const CV_SOURCE: Record<CvSource, () => string> = {
  email_attachment: m.cv_source_email_attachment,
  whatsapp_media: m.cv_source_whatsapp_media,
  manual_upload: m.cv_source_manual_upload,
};

export const MATCH_METHOD: Record<MatchMethod, () => string> = {
  exact_email: m.match_exact_email,
  exact_phone: m.match_exact_phone,
  subject_id: m.match_subject_id,
  thread: m.match_thread,
  manual: m.match_manual,
};
