-- The bell: when somebody read a notice in it. What was said before there was a bell counts as read.
alter table notification add column read_at timestamp(3);
update notification set read_at = created_at;
create index ix_notification_unread on notification (recipient, read_at);
create index ix_notification_newest on notification (recipient, id);

-- A notice that its recipient wants to read in the bell alone is not sent.
alter table notification drop constraint ck_notification_state;
alter table notification add constraint ck_notification_state
    check (state in ('PENDING', 'SENDING', 'SENT', 'WAITING_ADDRESS', 'FAILED', 'BELL_ONLY'));

-- How a person wants to be told. Nobody's row: by mail and in the bell, at once, at any hour.
create table notice_choice (
    user_id       varchar(64) not null primary key,
    mail          varchar(10) not null,
    bell          boolean     not null,
    quiet_from    varchar(5),
    quiet_to      varchar(5),
    quiet_weekend boolean     not null,
    constraint ck_notice_choice_mail check (mail in ('AT_ONCE', 'NEVER')),
    constraint ck_notice_choice_channel check (mail <> 'NEVER' or bell),
    constraint ck_notice_choice_quiet check ((quiet_from is null) = (quiet_to is null))
);
