-- When on its day and where it takes place, as far as that is agreed: without an hour it is a whole day, without a place the zone is.
alter table appointment add column planned_at time;
alter table appointment add column place varchar(400);
