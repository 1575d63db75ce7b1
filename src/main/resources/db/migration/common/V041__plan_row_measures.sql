-- What a row of a plan promises this year, and from when to when.
alter table plan_row add column measures varchar(100);
alter table plan_row add column start_on date;
alter table plan_row add column due_on date;
