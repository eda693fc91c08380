-- Who did what to which object from where, and how it ended; refusals too.
alter table operation_audit
  add column who     text,                         -- as typed, where nobody was known yet
  add column object  text,
  add column address text,
  add column times   integer not null default 1;   -- the same refusal at the same moment is one row

create index operation_audit_user on operation_audit (user_id, id);

-- Rows are added, never changed, and leave by retention alone.
create function operation_audit_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('recruitflow.pruning', true) = 'on' then
    return old;
  end if;
  raise exception 'the audit is only added to';
end $$;
create trigger operation_audit_is_kept before update or delete on operation_audit
  for each row execute function operation_audit_is_kept();

create index inbound_events_with_body on inbound_events (processed_at) where octet_length(body) > 0;
create index refresh_tokens_expiry on refresh_tokens (expires_at);
