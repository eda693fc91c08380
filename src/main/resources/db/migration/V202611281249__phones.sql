-- What was typed as a phone number, why it is not dialled, and what a person has put right by hand.
alter table candidates
  add column phone_doubt text,                        -- why phone_e164 is null though a phone is there
  add column phone_rule  smallint not null default 0, -- 0: read by the first rule, to be read again
  add column corrected   text[]   not null default '{}', -- fields changed by hand; no import undoes them
  add column phone_key   text generated always as
    (coalesce(phone_e164, nullif(regexp_replace(phone, '[^0-9+]', '', 'g'), ''))) stored;
alter table candidates alter column phone_rule set default 1;
create index candidates_phone_key on candidates (phone_key);
create index candidates_phone_rule on candidates (id) where phone_rule = 0;
