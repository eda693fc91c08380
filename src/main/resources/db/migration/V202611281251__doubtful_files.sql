-- A file of someone whose CV is awaited that may be the CV stands with the application until a
-- person has said what it is; the reminders wait as long.
alter table unmatched_inbound
  add column application_id bigint references applications,  -- whose it is, when that is known
  add column doubt          text,                            -- why it was not filed as a CV
  add column size           bigint,
  add column resolution     text check (resolution in ('assigned', 'dismissed'));
update unmatched_inbound set resolution = 'assigned' where resolved;
update unmatched_inbound i set size = f.size from stored_files f where f.hash = i.file_path;
create index unmatched_inbound_application on unmatched_inbound (application_id) where application_id is not null;

alter table cv_uploads drop constraint cv_uploads_match_method_check;
alter table cv_uploads add constraint cv_uploads_match_method_check check (match_method in (
  'exact_email', 'exact_phone', 'thread', 'subject_id', 'fuzzy_name', 'cv_content', 'manual'));

-- What a message without words was: contact, location, voice and the like.
alter table candidate_replies add column kind text not null default 'text';

-- Google delivers every spelling of an address to one mailbox.
create index candidates_google_mailbox on candidates (
  replace(split_part(split_part(lower(email), '@', 1), '+', 1), '.', ''))
  where split_part(lower(email), '@', 2) in ('gmail.com', 'googlemail.com');

-- When anything of a row changes, its time does; a statement that names a time is left its own.
create function move_updated_at() returns trigger language plpgsql as $$
begin
  if new.updated_at = old.updated_at and new is distinct from old then
    new.updated_at := greatest(now(), old.updated_at + interval '1 microsecond');
  end if;
  return new;
end $$;
create trigger positions_updated before update on positions for each row execute function move_updated_at();
create trigger candidates_updated before update on candidates for each row execute function move_updated_at();
create trigger applications_updated before update on applications for each row execute function move_updated_at();
create trigger message_templates_updated before update on message_templates for each row execute function move_updated_at();
create trigger users_updated before update on users for each row execute function move_updated_at();
