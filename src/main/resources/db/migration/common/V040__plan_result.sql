-- What was reached: one row per act, written with its row of the ledger. Which steps reach what is declared by the
-- phases; the rows of the past are those of the steps of this version.
create table plan_result (
    tax_code varchar(14) not null,
    measure varchar(20) not null,
    -- The row of the ledger; a corrected act keeps the row that was corrected.
    outcome_id bigint not null,
    reached_on date not null,
    done_by varchar(64),
    primary key (tax_code, measure, outcome_id)
);

create index plan_result_reached_on on plan_result (reached_on);
create index enterprise_surveyed_on on enterprise (surveyed_on);
create index enterprise_union_recognised_on on enterprise (union_recognised_on);
create index enterprise_cell_founded_on on enterprise (cell_founded_on);

insert into plan_result (tax_code, measure, outcome_id, reached_on, done_by)
with recursive correction(original, id) as (
    select c.corrects, c.id from outcome c join outcome o on o.id = c.corrects where o.corrects is null
    union all
    select r.original, n.id from correction r join outcome n on n.corrects = r.id),
newest(original, id) as (select original, max(id) from correction group by original),
act(tax_code, step, outcome_id, reached_on, done_by, result) as (
    select o.tax_code, o.phase || '.' || o.step, o.id, coalesce(c.occurred_on, o.occurred_on), o.recorded_by,
        coalesce(c.result, o.result)
    from outcome o left join newest n on n.original = o.id left join outcome c on c.id = n.id
    where o.corrects is null and o.tax_code is not null)
select tax_code,
    case step when 'survey.conductSurvey' then 'SURVEY' when 'ownerPersuasion.meetOwner' then 'MEETING'
        when 'unionFounding.recordUnionDecision' then 'UNION' when 'partyCellFounding.announceCell' then 'CELL'
        else 'ADMISSION' end,
    outcome_id, reached_on, done_by
from act
where step = 'survey.conductSurvey' and result = 'COMPLETED'
    or step = 'ownerPersuasion.meetOwner' and result in ('AGREED', 'AGREED_UNION_ONLY',
        'AGREED_WITH_CONDITIONS', 'DEFERRED', 'REFUSED', 'NOT_FEASIBLE')
    or step = 'unionFounding.recordUnionDecision' and result = 'RECOGNISED'
    or step in ('partyCellFounding.announceCell', 'memberAdmission.holdCeremony');
