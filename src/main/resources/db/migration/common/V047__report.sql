-- What an office reports of a plan's period: texts that people write, and figures as they were when it was handed in.
create table report (
    plan_year integer not null,
    period varchar(10) not null,
    kind varchar(20) not null,
    status varchar(20) not null,
    cut_off date not null,
    advantages varchar(20000),
    difficulties varchar(20000),
    causes varchar(20000),
    results varchar(20000),
    tasks varchar(20000),
    proposals varchar(20000),
    prepared_by varchar(64),
    prepared_on date,
    decided_by varchar(64),
    decided_on date,
    returned_reason varchar(2000),
    primary key (plan_year, period)
);

create table report_figure (
    plan_year integer not null,
    period varchar(10) not null,
    grouping_by varchar(10) not null,
    group_key varchar(200) not null,
    measure varchar(20) not null,
    group_name varchar(255) not null,
    promised integer,
    reached integer not null,
    standing integer not null,
    overdue integer not null,
    last_year integer,
    summary varchar(500) not null,
    primary key (plan_year, period, grouping_by, group_key, measure),
    foreign key (plan_year, period) references report (plan_year, period)
);
