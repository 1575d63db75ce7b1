-- Who was let in from where, as a hash of account and source: while somebody at the same source tries many accounts, these
-- do not wait with them. Kept for 30 days after the last time.
create table login_known (
    pair varchar(64) not null primary key,
    last_at timestamp(3) not null
);
