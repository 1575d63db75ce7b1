-- Lists are sorted by these, sign by sign, on every database alike; R__NameKeys fills them for the rows that are there.
alter table enterprise add column sort_name varchar(1020);
alter table enterprise add column sort_zone varchar(1020);
