-- The number of the plan's paper is taken once, when the plan is approved; its drafts take none.
alter table plan add column paper_number varchar(100);
alter table draft alter column number drop not null;
alter table draft alter column number_text drop not null;

-- Plans that were approved before keep the number that their process drafted last.
update plan set paper_number = (
    select d.number_text from draft d where d.id = (
        select max(l.id) from draft l
        where l.template = 'ANNUAL_PLAN' and l.process_instance_id = plan.process_instance_id))
where status in ('APPROVED', 'CLOSED');
