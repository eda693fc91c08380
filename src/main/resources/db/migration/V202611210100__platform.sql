-- What the whole house stands on: durable tasks, scheduled jobs, rates, received events, business time.

create table tasks (
  id           bigint generated always as identity primary key,
  kind         text        not null,
  key          text,
  payload      jsonb       not null default '{}',
  state        text        not null default 'ready'
               check (state in ('ready', 'running', 'done', 'dead', 'cancelled')),
  priority     integer     not null default 100,
  run_at       timestamptz not null,                  -- business time
  not_before   timestamptz not null default now(),    -- real time: back-off and provider pauses
  attempt      integer     not null default 0,
  max_attempts integer     not null default 5 check (max_attempts > 0),
  fence        bigint      not null default 0,        -- grows with every claim; an old holder cannot write
  lease_until  timestamptz,                           -- real time, the database's clock
  worker       text,
  rerun        boolean     not null default false,    -- asked for again while running
  last_error   text,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz
);
-- A key is unique while its task is open: asking twice makes one.
create unique index tasks_open_key on tasks (kind, key) where state in ('ready', 'running') and key is not null;
create index tasks_claim on tasks (kind, priority, run_at) where state = 'ready';
create index tasks_leases on tasks (lease_until) where state = 'running';
create index tasks_finished on tasks (finished_at) where state in ('done', 'cancelled');
create index tasks_dead on tasks (id) where state = 'dead';

create table paused_kinds (
  kind      text primary key,
  paused_by bigint,
  paused_at timestamptz not null default now()
);

create table scheduled_jobs (
  name             text primary key,
  sentence         text        not null,
  every_seconds    integer     not null check (every_seconds > 0),
  last_started_at  timestamptz,
  last_finished_at timestamptz,
  last_duration_ms bigint,
  last_outcome     text check (last_outcome in ('done', 'failed')),
  last_error       text,
  last_counts      jsonb       not null default '{}'
);

create table rates (
  name       text primary key,
  tokens     double precision not null,
  refilled_at timestamptz     not null
);

-- The raw bytes of what providers sent, kept as they came; workers parse.
create table inbound_events (
  id           bigint generated always as identity primary key,
  provider     text        not null,
  event_id     text        not null,
  body         bytea       not null,
  received_at  timestamptz not null default now(),
  processed_at timestamptz,
  note         text,
  unique (provider, event_id)
);

create table business_clock (
  only_row    boolean primary key default true check (only_row),
  real_at     timestamptz      not null,
  business_at timestamptz      not null,
  speed       double precision not null check (speed > 0)
);

create table operation_audit (
  id        bigint generated always as identity primary key,
  operation text        not null,
  user_id   bigint,
  outcome   text        not null,
  at        timestamptz not null default now()
);
create index operation_audit_at on operation_audit (at);

-- Files are addressed by the hash of their content and counted by reference.
create table stored_files (
  hash         text primary key,
  size         bigint      not null,
  content_type text        not null,
  created_at   timestamptz not null default now()
);
