-- One submission to the voice provider. Its key is ours and can be found again there.
create table call_batches (
  id                 bigint generated always as identity primary key,
  key                text        not null unique,
  position_id        bigint      not null references positions,
  single             boolean     not null default false,
  provider_batch_id  text unique,
  state              text        not null default 'submitting'
                     check (state in ('submitting', 'submitted', 'unknown', 'refused', 'cancelled', 'finished')),
  request_started_at timestamptz,                       -- real time; set in its own commit before the request leaves
  submitted_at       timestamptz,
  cancel_asked_at    timestamptz,
  error_detail       text,
  created_at         timestamptz not null
);
create index call_batches_open on call_batches (state) where state in ('submitting', 'submitted', 'unknown');

create table calls (
  id                          bigint generated always as identity primary key,
  uid                         uuid        not null unique default gen_random_uuid(),  -- the recipient id at the provider
  application_id              bigint      not null references applications,
  candidate_id                bigint      not null references candidates,
  call_batch_id               bigint      not null references call_batches,
  attempt_number              integer     not null,
  eleven_labs_conversation_id text unique,
  eleven_labs_batch_id        text,
  call_sid                    text,
  to_number                   text        not null,
  status                      text        not null check (status in (
    'submitting', 'initiated', 'in_progress', 'completed', 'no_answer', 'busy', 'voicemail', 'failed', 'unknown', 'cancelled')),
  transcript                  text,
  turns                       jsonb,                    -- [{index, role, text, atSeconds}]
  summary                     text,
  summary_title               text,
  recording_url               text,
  duration_seconds            integer,
  initiated_at                timestamptz not null,     -- business time
  submitted_at                timestamptz not null default now(), -- real time
  ended_at                    timestamptz,
  error_detail                text,
  unique (application_id, attempt_number)
);
create index calls_status on calls (status);
create index calls_batch on calls (eleven_labs_batch_id);
create index calls_application on calls (application_id, attempt_number);
-- An application never has two calls open at once: nobody is phoned twice.
create unique index calls_one_open on calls (application_id)
  where status in ('submitting', 'initiated', 'in_progress', 'unknown');
