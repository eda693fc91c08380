-- Every access token carries the version of its account; a change of password, roles or activity raises it.
alter table users add column token_version integer not null default 1;
