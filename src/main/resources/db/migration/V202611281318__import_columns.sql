-- What a person said a column of the file is, by its header.
alter table import_batches add column mapping jsonb not null default '{}';
