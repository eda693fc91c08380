-- Tries to log in, as buckets that leak: what is full refuses. One row an address, an address with an account, an account,
-- or a place the account has logged in from before.
create table login_throttle (
  key      text primary key,
  tries    double precision not null,
  capacity double precision not null,
  leak     double precision not null,   -- tries a second
  at       timestamptz      not null
);

-- Addresses and browsers from which an account has logged in: strangers cannot keep it out there.
create table login_places (
  user_id bigint      not null references users,
  place   text        not null,
  used_at timestamptz not null default now(),
  primary key (user_id, place)
);

drop table login_failures;
