-- A Saturday or Sunday that is worked in place of a weekday off; the two days of such a pair name each other.
alter table holiday add column kind varchar(10) default 'OFF' not null;
alter table holiday add constraint ck_holiday_kind check (kind in ('OFF', 'WORKING'));
alter table holiday add column paired_on date;
