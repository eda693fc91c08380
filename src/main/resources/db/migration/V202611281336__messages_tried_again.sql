-- What failed is tried again in its own row, and what was refused for good is not.
alter table messages add column refused boolean not null default false;
-- Reminders belong to the request by hand that they follow, 0 for the one the system made itself:
-- somebody who is asked anew is reminded anew.
alter table messages add column round bigint not null default 0;
drop index messages_once;
create unique index messages_once on messages (application_id, message_type, channel, round)
  where message_type <> 'other' and status <> 'failed' and created_by is null;
