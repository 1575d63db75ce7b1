-- From when a plan is in force, and how its year ended for each row.
alter table plan add column effective_from date;
alter table plan_row add column carried_from integer;
alter table plan_row add column removed_by varchar(64);
alter table plan_row add column closing varchar(20);
alter table plan_row add column closing_reason varchar(2000);

update plan
set effective_from = case
    when approved_on > cast(cast(plan_year as varchar(4)) || '-01-01' as date) then approved_on
    else cast(cast(plan_year as varchar(4)) || '-01-01' as date)
    end
where status = 'APPROVED';
