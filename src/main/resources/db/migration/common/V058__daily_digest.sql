-- Notices that wait for the mail of the day, and those that were over before they were sent.
alter table notification drop constraint ck_notification_state;
alter table notification add constraint ck_notification_state
    check (state in ('PENDING', 'SENDING', 'SENT', 'WAITING_ADDRESS', 'FAILED', 'BELL_ONLY', 'DIGEST', 'DROPPED'));

-- Which kinds of notices a person wants at once, by comma; null for who has not chosen.
alter table notice_choice add column at_once varchar(100);

-- Who was told that a task is overdue: once per task, due date and stage; the board again each week.
create table overdue_told (
    task_id varchar(64) not null,
    due_at timestamp(3) not null,
    stage varchar(10) not null,
    number integer not null,
    -- HEAD, or BOARD where the unit has no head who is there.
    told_to varchar(10) not null,
    told_on date not null,
    told_at timestamp(3) not null,
    primary key (task_id, due_at, stage, number),
    constraint ck_overdue_told_stage check (stage in ('HEAD', 'BOARD')),
    constraint ck_overdue_told_to check (told_to in ('HEAD', 'BOARD'))
);

create index overdue_told_at on overdue_told (told_to, told_at);

-- When a row of a plan begins is asked for by the mail of the day.
create or replace view approved_plan_row as
select r.plan_year, r.tax_code, r.responsible_member, r.unit, r.admission_target, r.note, r.status, r.reason, r.priority,
    r.start_on
from plan_row r
join plan p on p.plan_year = r.plan_year
where p.status in ('APPROVED', 'CLOSED');
