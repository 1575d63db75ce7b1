-- What stands in somebody's calendar: one appointment a kind and process, moved and cancelled under the same uid.
create table appointment (
    uid                 varchar(36)  not null primary key,
    kind                varchar(20)  not null,
    process_key         varchar(64)  not null,
    process_instance_id varchar(64)  not null,
    tax_code            varchar(14)  not null,
    enterprise_name     varchar(255) not null,
    zone                varchar(255),
    member              varchar(64),
    planned_on          date         not null,
    sequence            integer      not null,
    cancelled           boolean      not null,
    changed_at          timestamp(3) not null,
    constraint uq_appointment unique (process_instance_id, kind)
);

create index ix_appointment_member on appointment (member, planned_on);
create index ix_appointment_tax_code on appointment (tax_code, planned_on);

-- The personal calendar behind a secret address; the secret itself is nowhere.
create table calendar_feed (
    user_id     varchar(64)  not null primary key,
    secret_hash varchar(64)  not null,
    made_at     timestamp(3) not null,
    constraint uq_calendar_feed unique (secret_hash)
);

-- The calendar file that goes with a mail.
alter table notification add column calendar varchar(4000);
