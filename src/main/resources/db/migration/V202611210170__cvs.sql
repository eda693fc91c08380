create table cv_uploads (
  id              bigint generated always as identity primary key,
  application_id  bigint      not null references applications,
  candidate_id    bigint      not null references candidates,
  file_name       text        not null,                 -- as the sender named it, cleaned for display
  file_path       text        not null references stored_files (hash),
  content_type    text        not null,
  size            bigint      not null,
  source          text        not null check (source in ('email_attachment', 'whatsapp_media', 'manual_upload')),
  match_method    text check (match_method in ('exact_email', 'exact_phone', 'subject_id', 'fuzzy_name', 'cv_content', 'manual')),
  needs_review    boolean     not null default false,
  confidence_note text,
  inbound_key     text        not null,                 -- message and part it came from: seen twice is stored once
  received_at     timestamptz not null,
  unique (application_id, inbound_key)
);
create index cv_uploads_review on cv_uploads (needs_review);
create index cv_uploads_candidate on cv_uploads (candidate_id);

create table unmatched_inbound (
  id                         bigint generated always as identity primary key,
  channel                    text        not null check (channel in ('email', 'whatsapp')),
  sender                     text        not null,
  subject                    text,
  body_snippet               text,
  attachment_name            text,
  file_path                  text references stored_files (hash),
  content_type               text,
  raw_payload                jsonb       not null,
  note                       text,
  inbound_key                text        not null unique,
  received_at                timestamptz not null,
  resolved                   boolean     not null default false,
  resolved_by_application_id bigint references applications,
  resolved_at                timestamptz
);
create index unmatched_inbound_resolved on unmatched_inbound (resolved);
