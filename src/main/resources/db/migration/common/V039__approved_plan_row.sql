-- What stands as the plan of an enterprise: rows of plans that were approved. Drafts are read by the plan's own process only.
create view approved_plan_row as
select r.plan_year, r.tax_code, r.responsible_member, r.unit, r.admission_target, r.note, r.status, r.reason, r.priority
from plan_row r
join plan p on p.plan_year = r.plan_year
where p.status in ('APPROVED', 'CLOSED');

update enterprise
set stage = 'REGISTERED'
where stage = 'PLANNED'
    and not exists (select 1 from approved_plan_row p where p.tax_code = enterprise.tax_code)
    and not exists (select 1 from outreach_case c where c.tax_code = enterprise.tax_code and c.ended_at is null);
