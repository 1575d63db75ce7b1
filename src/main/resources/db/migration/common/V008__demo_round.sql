-- The one demo round of this database: the day of its first start and how far it is. Empty outside the demo.
create table demo_round (
    id integer primary key,
    first_start date not null,
    acts_done integer not null,
    complete boolean not null
);
