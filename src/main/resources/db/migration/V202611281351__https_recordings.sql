-- A page shows the link: what is not https never was a recording.
update calls set recording_url = null where recording_url !~* '^https://[^/@[:space:]]+(/|\?|#|$)';

alter table calls add constraint recording_url_is_https check (recording_url ~* '^https://');
