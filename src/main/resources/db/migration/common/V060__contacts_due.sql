-- How many enterprises nobody spoke with for too long, day by day: none where there were some the day before is looked into.
create table contacts_due_count (
    counted_on date not null primary key,
    number integer not null
);
