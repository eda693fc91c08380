-- Set by hand without the choice of what would start: no job takes a step with it until somebody does.
alter table applications add column resting boolean not null default false;
-- What a closing took away, so that it can be taken back.
alter table applications add column before_close jsonb;
