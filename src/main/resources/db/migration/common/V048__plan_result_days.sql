-- What was reached in a year is counted without reading the rows: the index has all that is counted.
drop index plan_result_reached_on;
create index plan_result_days on plan_result (reached_on, measure, tax_code);
