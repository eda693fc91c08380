create table import_batches (
  id                   bigint generated always as identity primary key,
  position_id          bigint      not null references positions,
  file_name            text        not null,
  file                 bytea       not null,            -- raw bytes: the encoding can be chosen again
  encoding             text        not null,
  delimiter            text        not null,
  uploaded_by          bigint      not null references users,
  state                text        not null default 'previewed'
                       check (state in ('previewed', 'confirmed', 'discarded', 'undone')),
  candidates_created   integer     not null default 0,
  candidates_updated   integer     not null default 0,
  applications_created integer     not null default 0,
  duplicates_skipped   integer     not null default 0,
  rows_refused         integer     not null default 0,
  created_at           timestamptz not null,
  confirmed_at         timestamptz,
  undone_at            timestamptz
);

create table import_rows (
  id             bigint generated always as identity primary key,
  batch_id       bigint  not null references import_batches,
  row_number     integer not null,                      -- line of the file, header is 1
  raw            jsonb   not null,                      -- every column as it came
  outcome        text    not null check (outcome in ('ready', 'created', 'updated', 'skipped', 'refused', 'undone')),
  error          text,
  warning        text,
  candidate_id   bigint references candidates,
  application_id bigint references applications,
  before_image   jsonb,                                 -- the candidate before this row updated it
  unique (batch_id, row_number)
);
