-- A CV that came while the request for it was on its way used to move nothing: the application then
-- waited for what it had. Those that still wait, and were not set by hand since, move on.
with stuck as (
  select a.id, a.candidate_id, a.status as from_status,
    case a.status when 'awaiting_cv_rejected' then 'cv_received_rejected' else 'cv_received' end as to_status
  from applications a
  where a.status in ('awaiting_cv', 'cv_followup_1', 'cv_followup_2', 'cv_overdue', 'awaiting_cv_rejected')
    and exists (
      select 1 from status_changes s
        join cv_uploads u on u.application_id = s.application_id and u.received_at <= s.created_at
      where s.application_id = a.id and s.changed_by is null
        and s.from_status in ('qualified', 'not_qualified')
        and s.to_status in ('awaiting_cv', 'awaiting_cv_rejected')
        and not exists (select 1 from status_changes later
          where later.application_id = a.id and later.id > s.id and later.changed_by is not null))),
moved as (
  update applications a set status = stuck.to_status, status_since = now(), updated_at = now(),
    version = version + 1, attention = null
  from stuck where a.id = stuck.id)
insert into status_changes (application_id, candidate_id, from_status, to_status, note, created_at)
select id, candidate_id, from_status, to_status, 'The CV had come before.', now() from stuck;
