-- A provider that asked for a pause is left alone by all nodes until it is over, by the database's clock.
-- Tasks that waited for it then start one after the other within `spread`.
create table provider_pauses (
  provider text        primary key,
  until    timestamptz not null,
  spread   interval    not null
);
