package vn.outreach.register.enterprise;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.register.ledger.StageKeeper;

/**
 * Keeps {@code enterprise.stage} (lifecycle.md §5) true to the register, the ledger, the running cases and the plans, in
 * the transaction that changed one of them. Judged on the newest umbrella case only, a running one first.
 */
@Repository
public class Stages implements StageKeeper {

    /** Columns carry the names of {@link StageFacts}: with underscores each look would cost a failed search per column. */
    private static final String FACTS = """
            select e.closed_on is not null as closed, e.cell_founded_on is not null as cellFounded,
                e.surveyed_on is not null as surveyed, e.owner_agreed_on is not null as ownerAgreed,
                c.process_instance_id is not null and c.ended_at is null as caseRuns, c.result as caseResult,
                (select o.result from outcome o where o.case_id = c.process_instance_id and o.step = 'meetOwner'
                    and o.corrects is null order by o.id desc fetch first 1 rows only) as lastMeeting,
                exists (select 1 from running_case r where r.enterprise_code = e.tax_code
                    and r.process_key = 'memberAdmission') as admissionRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = 'partyCellFounding') as cellFoundingRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = 'unionFounding') as unionFoundingRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = 'ownerPersuasion') as persuasionRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = 'survey') as surveyRuns,
                exists (select 1 from outcome o where o.case_id = c.process_instance_id and o.phase = 'unionFounding'
                    and o.step in ('end', 'skipped') and o.corrects is null) as unionAnswered,
                exists (select 1 from outcome o where o.case_id = c.process_instance_id and o.step = 'conductSurvey'
                    and o.result = 'COMPLETED' and o.corrects is null) as surveyConducted,
                exists (select 1 from approved_plan_row p where p.tax_code = e.tax_code) as planned
            from enterprise e
            left join outreach_case c on c.process_instance_id = (
                select n.process_instance_id from outreach_case n where n.tax_code = e.tax_code
                order by case when n.ended_at is null then 0 else 1 end, n.started_at desc, n.process_instance_id
                fetch first 1 rows only)
            where e.tax_code = ?""";

    private final JdbcClient jdbc;

    Stages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Computes the stage anew; does nothing for a code that is not in the register. */
    @Override
    public void refresh(String taxCode) {
        // The lock comes first and in a statement of its own: what a second transaction of the same enterprise wrote
        // is then either committed and seen here, or waits for us and sees our rows.
        String stored = jdbc.sql("select stage from enterprise where tax_code = ? for update").param(taxCode)
                .query(String.class).optional().orElse(null);
        if (stored == null) {
            return;
        }
        Stage stage = jdbc.sql(FACTS).param(taxCode).query(StageFacts.class).single().stage();
        if (!stage.name().equals(stored)) {
            jdbc.sql("update enterprise set stage = ? where tax_code = ?").params(stage.name(), taxCode).update();
        }
    }
}
