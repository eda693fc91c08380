-- A second factor: codes from an authenticator. The secret is sealed; without confirmation it asks for nothing yet.
create table second_factors (
  user_id      bigint primary key references users,
  secret       text        not null,
  confirmed_at timestamptz,
  last_step    bigint      not null default 0,   -- a code is good once
  created_at   timestamptz not null default now()
);

-- Each is good once, when the authenticator is lost. Random, stored as hashes.
create table recovery_codes (
  user_id   bigint not null references users,
  code_hash text   not null,
  used_at   timestamptz,
  primary key (user_id, code_hash)
);
