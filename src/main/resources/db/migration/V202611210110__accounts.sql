create table users (
  id            bigint generated always as identity primary key,
  email         text        not null,
  display_name  text        not null,
  password_hash text        not null,
  roles         text[]      not null check (roles <@ array['admin', 'recruiter', 'seeker'] and cardinality(roles) > 0),
  active        boolean     not null default true,
  version       integer     not null default 1,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create unique index users_email on users (lower(email));

create table refresh_tokens (
  id         bigint generated always as identity primary key,
  family     uuid        not null,     -- one login; a token used twice ends the whole family
  user_id    bigint      not null references users,
  token_hash text        not null unique,
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index refresh_tokens_family on refresh_tokens (family);

create table login_failures (
  id      bigint generated always as identity primary key,
  email   text        not null,
  address text        not null,
  at      timestamptz not null default now()
);
create index login_failures_email on login_failures (email, at);
create index login_failures_address on login_failures (address, at);
