-- Finding people by fragments of name, number or address, and the lists of the desk.

create index applications_assigned on applications (assigned_to) where assigned_to is not null;
create index applications_candidate_position on applications (candidate_id, position_id, status);
create index candidates_created on candidates (created_at desc, id desc) where archived_at is null;
create index duplicate_flags_other on duplicate_flags (other_candidate_id);
create index import_rows_candidate on import_rows (candidate_id);
create index import_rows_application on import_rows (application_id);
create index import_batches_created on import_batches (created_at desc, id desc);

-- Without the extension search reads every candidate, which is slower and not wrong.
do $$
begin
  create extension if not exists pg_trgm;
  execute 'create index candidates_search on candidates using gin (search_text gin_trgm_ops)';
exception
  when others then raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
