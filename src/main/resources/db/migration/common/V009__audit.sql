-- The audit: who did what, when, from where, to which thing. Append-only and chained by the triggers in the vendor folders.
create table audit (
    -- Both set by the trigger audit_chain, whatever is sent: the next number, and the hash over the row before and this one.
    id bigint default 0 primary key,
    hash varchar(64) default '' not null,
    recorded_at timestamp(3) with time zone not null,
    user_id varchar(64) not null,
    -- Null where the system itself did it.
    source_address varchar(64),
    action varchar(32) not null,
    subject_type varchar(64) not null,
    subject varchar(255),
    property varchar(255),
    old_value varchar(1000),
    new_value varchar(1000),
    content_hash varchar(64) not null
);

create index audit_user on audit (user_id, id);
create index audit_subject on audit (subject, id);
create index audit_recorded_at on audit (recorded_at);

-- Where the chain ends: one row, held by whoever appends. Rows cut off from the end do not take it along.
create table audit_head (
    slot integer default 0 primary key check (slot = 0),
    id bigint not null,
    hash varchar(64) not null
);

insert into audit_head (id, hash) values (0, '0000000000000000000000000000000000000000000000000000000000000000');
