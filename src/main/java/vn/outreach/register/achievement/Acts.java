package vn.outreach.register.achievement;

/** What counts as an act, as SQL: one text for whoever reads acts, first days or folded days. */
final class Acts {

    private Acts() {}

    /**
     * Everything that counts of the enterprises in {@code asked(tax_code)}, act by act: what the ledger has, and a day
     * that only the register has. A union or a cell that the ledger knows is not founded again by the register; a
     * survey comes every year.
     */
    static final String OF_ASKED = """
            select tax_code, measure, reached_on, outcome_id, done_by, of_register
            from (
                select tax_code, measure, reached_on, outcome_id, done_by, of_register, min(of_register) over (partition by tax_code, measure,
                    case when measure = 'SURVEY' then extract(year from reached_on) end) as best_source
                from (
                    select p.tax_code, p.measure, p.reached_on, p.outcome_id, p.done_by, 0 as of_register
                    from asked join plan_result p on p.tax_code = asked.tax_code
                    union all
                    select e.tax_code, m.measure, case m.measure when 'SURVEY' then e.surveyed_on
                        when 'UNION' then e.union_recognised_on else e.cell_founded_on end, 0, cast(null as varchar(64)), 1
                    from asked join enterprise e on e.tax_code = asked.tax_code
                        cross join (values ('SURVEY'), ('UNION'), ('CELL')) m(measure)) told
                where reached_on is not null) sourced
            where of_register = best_source""";

    /**
     * What these acts come to: of a measure that counts enterprises the first act of each year, of one that counts
     * people how many there were on each day, and nobody who recorded them.
     */
    static final String FIRSTS_OF_ASKED = """
            select tax_code, measure, min(reached_on) as reached_on, cast(case when measure = '%1$s' then count(*) else 1 end as integer) as number,
                max(case when nth = 1 then of_register end) as of_register,
                max(case when nth = 1 and measure <> '%1$s' then done_by end) as done_by
            from (
                select tax_code, measure, reached_on, of_register, done_by, row_number() over (partition by tax_code, measure,
                    extract(year from reached_on), case when measure = '%1$s' then reached_on end order by reached_on, outcome_id) as nth
                from (%2$s) act) numbered
            group by tax_code, measure, extract(year from reached_on), case when measure = '%1$s' then reached_on end""".formatted(Measure.ADMISSION, OF_ASKED);

    /** Enterprises whose acts are not folded yet, to be put in front of what reads from {@code asked}. */
    static final String WITH_CHANGED = "with asked(tax_code) as (select distinct tax_code from reached_changed) ";

    /** The same of all enterprises: folded, or counted anew where {@link #WITH_CHANGED} says that it is not folded. */
    static final String FIRSTS_OF_ALL = """
            select f.tax_code, f.measure, f.reached_on, f.number, f.of_register, f.done_by from reached_first f
            where f.tax_code not in (select tax_code from asked)
            union all
            """ + FIRSTS_OF_ASKED;

    /** The same of the enterprises in {@code taxCodes}. */
    static final String FIRSTS_OF_GIVEN = """
            with asked(tax_code) as (select distinct c.tax_code from reached_changed c where c.tax_code = any(:taxCodes))
            select f.tax_code, f.measure, f.reached_on, f.number, f.of_register, f.done_by from reached_first f
            where f.tax_code = any(:taxCodes) and f.tax_code not in (select tax_code from asked)
            union all
            """ + FIRSTS_OF_ASKED;
}
