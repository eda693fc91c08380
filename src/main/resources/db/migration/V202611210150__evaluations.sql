create table evaluations (
  id                 bigint generated always as identity primary key,
  application_id     bigint      not null references applications,
  candidate_id       bigint      not null references candidates,
  call_id            bigint      not null references calls,
  outcome            text        not null check (outcome in ('qualified', 'not_qualified', 'callback_requested', 'needs_human')),
  qualified          boolean     not null,
  score              integer     not null check (score between 0 and 100),
  reasoning          text        not null,
  callback_requested boolean     not null default false,
  callback_notes     text,
  callback_at        timestamptz,
  needs_human        boolean     not null default false,
  needs_human_notes  text,
  repaired           boolean     not null default false,
  raw_response       jsonb       not null,
  model              text        not null,
  prompt_version     text        not null,
  evaluated_at       timestamptz not null
);
create index evaluations_application on evaluations (application_id, id);
create index evaluations_call on evaluations (call_id, id);

create table evaluation_criteria (
  id             bigint generated always as identity primary key,
  evaluation_id  bigint  not null references evaluations,
  criterion_key  text    not null,
  criterion_text text    not null,
  verdict        text    not null check (verdict in ('met', 'not_met', 'not_asked', 'unclear')),
  quote          text,                                  -- verbatim from the transcript, or null
  turn_index     integer,
  quote_dropped  boolean not null default false,        -- the model quoted what nobody said
  sort           integer not null,
  unique (evaluation_id, criterion_key)
);

-- Every call of a language model.
create table model_calls (
  id             bigint generated always as identity primary key,
  purpose        text        not null,
  prompt_version text        not null,
  provider       text        not null,
  model          text        not null,
  input_hash     text        not null,
  outcome        text        not null,
  stop_reason    text,
  output         text,
  input_tokens   integer,
  output_tokens  integer,
  cached_tokens  integer,
  cost_micros    bigint,                                -- millionths of a US dollar
  millis         bigint      not null,
  candidate_id   bigint references candidates,
  created_at     timestamptz not null default now()
);
