-- Every event asks for its call by the name that the provider gave or kept for us: without these
-- each of them read all calls.
create index calls_uid_text on calls ((uid::text));
create index calls_sid on calls (call_sid) where call_sid is not null;
create index calls_of_batch on calls (call_batch_id);
