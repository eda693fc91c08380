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
