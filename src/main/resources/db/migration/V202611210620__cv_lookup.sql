-- Asked before anything is fetched or filed: has this message and part been dealt with?
create index cv_uploads_inbound_key on cv_uploads (inbound_key);
create index unmatched_inbound_received on unmatched_inbound (resolved, received_at desc);
