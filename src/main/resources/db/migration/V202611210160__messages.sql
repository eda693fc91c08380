create table message_templates (
  id           bigint generated always as identity primary key,
  message_type text        not null check (message_type in ('cv_request', 'cv_request_rejected', 'cv_followup_1', 'cv_followup_2', 'rejection')),
  channel      text        not null check (channel in ('email', 'whatsapp')),
  language     text        not null,
  subject      text        not null default '',
  body         text        not null,
  is_active    boolean     not null default true,
  version      integer     not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  unique (message_type, channel, language)
);
create index message_templates_active on message_templates (is_active);

create table messages (
  id                 bigint generated always as identity primary key,
  application_id     bigint      not null references applications,
  candidate_id       bigint      not null references candidates,
  channel            text        not null check (channel in ('email', 'whatsapp')),
  message_type       text        not null check (message_type in ('cv_request', 'cv_request_rejected', 'cv_followup_1', 'cv_followup_2', 'rejection', 'other')),
  status             text        not null default 'pending' check (status in ('pending', 'sent', 'delivered', 'failed', 'unknown')),
  to_address         text        not null default '',
  subject            text,
  body               text        not null,
  external_id        text,                              -- Gmail or WhatsApp message id
  thread_id          text,                              -- Gmail thread
  message_id_header  text unique,                       -- our own Message-ID, to find a sent mail again
  in_reply_to        text,
  request_started_at timestamptz,                       -- real time; set in its own commit before the request leaves
  sent_at            timestamptz,
  error_detail       text,
  created_by         bigint references users,
  created_at         timestamptz not null
);
create index messages_status on messages (status);
create index messages_application on messages (application_id, id);
create index messages_external on messages (channel, external_id);
create index messages_thread on messages (thread_id);
-- The automatic messages of an application exist once per type and channel.
create unique index messages_once on messages (application_id, message_type, channel)
  where message_type <> 'other' and status <> 'failed' and created_by is null;
