-- Candidates for membership: the only table with persons' data. Everything else knows the reference alone.
create table candidate (
    ref varchar(20) primary key,
    enterprise_code varchar(14) not null references enterprise (tax_code),
    -- Twice the characters accepted: an emoji is two for H2.
    name varchar(510),
    contact varchar(510),
    birth_month varchar(7),
    schooling varchar(20),
    certificate_date date,
    citizen boolean,
    is_owner boolean,
    readmission boolean,
    in_youth_union boolean,
    in_union boolean,
    consent_given_on date,
    file_opened_on date,
    restricted_since date,
    restricted_reason varchar(40),
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null
);

create index candidate_enterprise on candidate (enterprise_code);
create index candidate_restricted_since on candidate (restricted_since);

-- The last reference given out per year. The row of year 0 is only there to be locked while a number is drawn, so that
-- a year's first two candidates do not both begin it.
create table candidate_counter (
    counter_year integer primary key,
    last_number integer not null
);

insert into candidate_counter (counter_year, last_number) values (0, 0);
