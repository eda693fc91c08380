create table positions (
  id                          bigint generated always as identity primary key,
  title                       text        not null check (btrim(title) <> ''),
  description                 text        not null check (btrim(description) <> ''),
  status                      text        not null default 'open' check (status in ('open', 'paused', 'closed')),
  language                    text        not null default 'en',
  campaign_questions          text        not null default '',
  system_prompt               text,
  first_message               text,
  qualification_prompt        text,
  call_retry_max              integer     not null default 2 check (call_retry_max between 1 and 10),
  call_retry_interval_minutes integer     not null default 60 check (call_retry_interval_minutes between 1 and 10080),
  calling_hour_start          integer     not null default 10 check (calling_hour_start between 0 and 23),
  calling_hour_end            integer     not null default 18 check (calling_hour_end between 1 and 24),
  follow_up_interval_hours    integer     not null default 48 check (follow_up_interval_hours between 1 and 720),
  rejected_cv_timeout_days    integer     not null default 7 check (rejected_cv_timeout_days between 1 and 365),
  archived_at                 timestamptz,
  version                     integer     not null default 1,
  created_at                  timestamptz not null default now(),
  updated_at                  timestamptz not null default now(),
  check (calling_hour_end > calling_hour_start)
);

-- What a candidate must meet, one row each; made first from the campaign questions.
create table criteria (
  id          bigint generated always as identity primary key,
  position_id bigint  not null references positions,
  key         text    not null,
  text        text    not null,
  sort        integer not null,
  archived_at timestamptz,
  unique (position_id, key)
);

create table candidates (
  id                bigint generated always as identity primary key,
  first_name        text        not null,
  last_name         text        not null default '',
  full_name         text        not null,
  phone             text        not null default '',   -- as cleaned on import: + and digits
  phone_e164        text,                              -- null when it cannot be dialled
  email             text        not null default '',   -- lower case
  whatsapp_number   text,
  source            text        not null check (source in ('meta_form', 'manual')),
  meta_lead_id      text unique,
  meta_created_time timestamptz,
  campaign_name     text,
  platform          text,
  form_answers      jsonb,
  notes             text,
  time_zone         text,
  search_text       text        not null default '',   -- folded: lower case, no diacritics
  archived_at       timestamptz,
  merged_into_id    bigint references candidates,
  version           integer     not null default 1,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  check (phone <> '' or email <> '')
);
create index candidates_phone on candidates (phone);
create index candidates_phone_e164 on candidates (phone_e164);
create index candidates_whatsapp on candidates (whatsapp_number);
create index candidates_email on candidates (lower(email));

create table applications (
  id                    bigint generated always as identity primary key,
  candidate_id          bigint      not null references candidates,
  position_id           bigint      not null references positions,
  status                text        not null default 'pending_call' check (status in (
    'pending_call', 'call_queued', 'call_in_progress', 'call_completed', 'scoring', 'qualified', 'not_qualified',
    'awaiting_cv', 'cv_followup_1', 'cv_followup_2', 'cv_overdue', 'awaiting_cv_rejected', 'cv_received',
    'cv_received_rejected', 'callback_scheduled', 'needs_human', 'call_failed', 'closed')),
  status_since          timestamptz not null,           -- business time of the last status change
  qualified             boolean,
  score                 integer check (score between 0 and 100),
  score_notes           text,
  cv_received_at        timestamptz,
  callback_scheduled_at timestamptz,
  needs_human_reason    text,
  assigned_to           bigint references users,
  next_call_at          timestamptz,
  call_budget_from      integer     not null default 0, -- attempt number at the last entry into the queue by a person or a call-back
  closed_reason         text check (closed_reason in ('cv_received', 'timeout', 'overdue', 'manual')),
  attention             text,                           -- a visible problem that did not change the status
  last_activity_at      timestamptz not null,
  version               integer     not null default 1,
  created_at            timestamptz not null,
  updated_at            timestamptz not null default now(),
  unique (candidate_id, position_id)
);
create index applications_status on applications (status, position_id);
create index applications_position on applications (position_id, last_activity_at);
create index applications_qualified on applications (qualified);
create index applications_callback on applications (callback_scheduled_at);
create index applications_activity on applications (last_activity_at desc, id desc);

create table status_changes (
  id             bigint generated always as identity primary key,
  application_id bigint      not null references applications,
  candidate_id   bigint      not null references candidates,
  from_status    text,
  to_status      text        not null,
  changed_by     bigint references users,               -- null: the system
  note           text,
  created_at     timestamptz not null
);
create index status_changes_application on status_changes (application_id, id);
create index status_changes_created on status_changes (created_at);

create table application_notes (
  id             bigint generated always as identity primary key,
  application_id bigint      not null references applications,
  candidate_id   bigint      not null references candidates,
  author_id      bigint      not null references users,
  body           text        not null,
  created_at     timestamptz not null
);
create index application_notes_application on application_notes (application_id, id);

create table duplicate_flags (
  id                 bigint generated always as identity primary key,
  candidate_id       bigint      not null references candidates,
  other_candidate_id bigint      not null references candidates,
  matched_on         text        not null check (matched_on in ('phone', 'email', 'both')),
  state              text        not null default 'open' check (state in ('open', 'merged', 'dismissed')),
  resolved_by        bigint references users,
  resolved_at        timestamptz,
  created_at         timestamptz not null default now(),
  unique (candidate_id, other_candidate_id)
);

-- Text that candidates wrote to us.
create table candidate_replies (
  id                  bigint generated always as identity primary key,
  candidate_id        bigint references candidates,
  application_id      bigint references applications,
  channel             text        not null check (channel in ('email', 'whatsapp')),
  sender              text        not null,
  subject             text        not null default '',
  body                text        not null,
  received_at         timestamptz not null,
  is_read             boolean     not null default false,
  external_id         text,                             -- WhatsApp message id or Gmail thread id
  provider_message_id text        not null,
  unique (channel, provider_message_id)
);
create index candidate_replies_received on candidate_replies (received_at);
create index candidate_replies_unread on candidate_replies (is_read) where not is_read;
create index candidate_replies_application on candidate_replies (application_id);
create index candidate_replies_candidate on candidate_replies (candidate_id);
