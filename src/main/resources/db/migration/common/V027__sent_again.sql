-- Who drew a reference, and what a draft was made of: by these a request that is sent again is known.
alter table candidate add column allocated_by varchar(64);
alter table draft add column content_key varchar(64);
