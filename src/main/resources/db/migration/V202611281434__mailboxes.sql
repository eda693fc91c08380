-- What two spellings of one mailbox have in common: Google counts neither dots nor what follows a plus.
alter table candidates
  add column email_key text generated always as (
    case when lower(email) ~ '^[^+@][^@]*@(gmail|googlemail)\.com$'
      then replace(split_part(split_part(lower(email), '@', 1), '+', 1), '.', '') || '@gmail.com'
      else lower(email) end) stored;
create index candidates_email_key on candidates (email_key) where email_key <> '';
