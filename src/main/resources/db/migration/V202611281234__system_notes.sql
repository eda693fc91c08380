-- Notes without an author are the system's: what came for an application and could not be filed with it.
alter table application_notes alter column author_id drop not null;
