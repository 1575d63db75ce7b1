-- The register of enterprises: counts and dates only, no person's data but the responsible member's user id.
create table enterprise (
    tax_code varchar(14) primary key,
    -- Limits count characters; an emoji is one for people and two for H2, hence twice the 255 that are accepted.
    name varchar(510) not null,
    legal_form varchar(200),
    ownership varchar(20),
    owner_language varchar(2),
    parent_company varchar(510),
    zone varchar(200),
    address varchar(510),
    sector varchar(200),
    workers integer,
    accessibility varchar(20),
    owner_attitude varchar(20),
    legal_person boolean,
    surveyed_on date,
    union_recognised_on date,
    union_members integer,
    youth_union_members integer,
    youth_branches integer,
    youth_union_founded_on date,
    full_members integer,
    probationary_members integer,
    willing_full_members integer,
    owner_agreed_on date,
    cell_founded_on date,
    closed_on date,
    closed_reason varchar(2000),
    priority integer,
    priority_reason varchar(510),
    responsible_member varchar(64),
    stage varchar(20) not null,
    search_name varchar(1020) not null,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    version integer not null
);

create index enterprise_stage on enterprise (stage);
create index enterprise_zone on enterprise (zone);
create index enterprise_responsible_member on enterprise (responsible_member);
