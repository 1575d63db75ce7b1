-- Where a notice stays whose address was refused for good, and what an administrator gave up, with the reason.
alter table notification drop constraint ck_notification_state;
alter table notification add constraint ck_notification_state
    check (state in ('PENDING', 'SENDING', 'SENT', 'WAITING_ADDRESS', 'FAILED', 'BELL_ONLY', 'DIGEST', 'DROPPED',
        'ADDRESS_REFUSED', 'SET_ASIDE'));
alter table notification add column set_aside varchar(500);

-- Addresses that a channel's receiver refused for good: one row for each recipient, for that address only.
create table refused_address (
    channel varchar(20) not null,
    recipient varchar(64) not null,
    address varchar(255) not null,
    answer varchar(500) not null,
    refused_at timestamp(3) not null,
    primary key (channel, recipient)
);
