import * as m from '$messages';
import type { Channel, CvSource, MatchMethod, ReceivedFile } from '$features/desk/applications/types';

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

export const CHANNEL_WAY: Record<Channel, () => string> = {
  email: m.cv_source_email_attachment,
  whatsapp: m.cv_source_whatsapp_media,
};

/** Why a person must say whether a file is the CV. */
export const FILE_DOUBT: Record<NonNullable<ReceivedFile['doubt']>, () => string> = {
  photo: m.file_doubt_photo,
  sound: m.file_doubt_sound,
  film: m.file_doubt_film,
  text: m.file_doubt_text,
  envelope: m.file_doubt_envelope,
  too_large: m.file_doubt_too_large,
  empty: m.file_doubt_empty,
  not_fetched: m.file_doubt_not_fetched,
  other: m.file_doubt_other,
};
