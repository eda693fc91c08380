-- What a person must see to at a provider: a refused key, an empty account, a withdrawn grant.
create table provider_notices (
  provider      text primary key,
  message       text        not null,
  since         timestamptz not null default now(),
  blocked_until timestamptz not null                  -- real time; nothing is asked of it before
);
