-- What the dashboard counts by day, and what needs attention.
create index calls_initiated on calls (initiated_at);
create index cv_uploads_received on cv_uploads (received_at);
create index messages_sent on messages (sent_at) where sent_at is not null;
create index applications_attention on applications (last_activity_at) where attention is not null;
create index candidates_merged on candidates (merged_into_id) where merged_into_id is not null;
