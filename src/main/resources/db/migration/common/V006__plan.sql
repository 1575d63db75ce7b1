-- The yearly outreach plan and its rows. (plan_year, not year: a keyword on H2.)
create table plan (
    plan_year integer primary key,
    status varchar(20) not null,
    target_surveys integer,
    target_meetings integer,
    target_unions integer,
    target_cells integer,
    target_admissions integer,
    drafted_by varchar(64),
    approved_by varchar(64),
    approved_on date,
    process_instance_id varchar(64)
);

create table plan_row (
    plan_year integer not null,
    tax_code varchar(14) not null references enterprise (tax_code),
    responsible_member varchar(64),
    unit varchar(200),
    admission_target integer,
    note varchar(2000),
    status varchar(20) not null,
    reason varchar(2000),
    priority integer,
    primary key (plan_year, tax_code)
);

create index plan_row_enterprise on plan_row (tax_code);
