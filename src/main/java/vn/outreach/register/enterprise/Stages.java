package vn.outreach.register.enterprise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.outreach.base.database.PerTransaction;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.LedgerListener;
import vn.outreach.register.ledger.Outcome;

/**
 * Keeps {@code enterprise.stage} (lifecycle.md §5) true to the register, the ledger, the running cases and the plans,
 * in the transaction that changed one of them. Judged on the newest umbrella case only, a running one first.
 */
@Repository
public class Stages implements LedgerListener {

    /**
     * Columns carry the names of {@link StageFacts}: with underscores each look would cost a failed search per column.
     */
    private static final String FACTS = """
            select e.tax_code as taxCode, e.stage as stored, e.closed_on is not null as closed, e.cell_founded_on is not null as cellFounded,
                e.surveyed_on is not null as surveyed, e.owner_agreed_on is not null as ownerAgreed,
                c.process_instance_id is not null and c.ended_at is null as caseRuns, c.result as caseResult,
                (select o.result from outcome o where o.case_id = c.process_instance_id and o.step = '%s'
                    and o.corrects is null order by o.id desc fetch first 1 rows only) as lastMeeting,
                exists (select 1 from running_case r where r.enterprise_code = e.tax_code
                    and r.process_key = '%s') as admissionRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = '%s') as cellFoundingRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = '%s') as unionFoundingRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = '%s') as persuasionRuns,
                exists (select 1 from running_case r where r.business_key = e.tax_code
                    and r.process_key = '%s') as surveyRuns,
                exists (select 1 from outcome o where o.case_id = c.process_instance_id and o.phase = '%s'
                    and o.step in ('end', 'skipped') and o.corrects is null) as unionAnswered,
                exists (select 1 from outcome o where o.case_id = c.process_instance_id and o.step = '%s'
                    and o.result = 'COMPLETED' and o.corrects is null) as surveyConducted,
                exists (select 1 from approved_plan_row p where p.tax_code = e.tax_code) as planned
            from enterprise e
            left join outreach_case c on c.process_instance_id = (
                select n.process_instance_id from outreach_case n where n.tax_code = e.tax_code
                order by case when n.ended_at is null then 0 else 1 end, n.started_at desc, n.process_instance_id
                fetch first 1 rows only)
            where e.tax_code = %s""".formatted(
                    KnownSteps.MEET_OWNER,
                    ProcessKeys.MEMBER_ADMISSION,
                    ProcessKeys.PARTY_CELL_FOUNDING,
                    ProcessKeys.UNION_FOUNDING,
                    ProcessKeys.OWNER_PERSUASION,
                    ProcessKeys.SURVEY,
                    ProcessKeys.UNION_FOUNDING,
                    KnownSteps.CONDUCT_SURVEY,
                    "%s");

    /** Steps that {@link #FACTS} ask for; no other row of the ledger changes a stage. */
    private static final Set<String> STEPS = Set.of(KnownSteps.MEET_OWNER, KnownSteps.CONDUCT_SURVEY, "end", "skipped");

    private final JdbcClient jdbc;
    private final EnterpriseRows rows;

    Stages(JdbcClient jdbc, EnterpriseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public void recorded(Outcome row) {
        if (row.taxCode() != null && STEPS.contains(row.step())) {
            refresh(row.taxCode());
        }
    }

    /**
     * Has the stage computed anew before the transaction commits, once for all that it writes, or at once where there
     * is none; does nothing for a code that is not in the register.
     */
    public void refresh(String taxCode) {
        // The lock comes first and in a statement of its own: what a second transaction of the same enterprise wrote
        // is then either committed and seen here, or waits for us and sees our rows.
        if (!rows.hold(taxCode)) {
            return;
        }
        if (PerTransaction.isActive()) {
            pending().taxCodes.add(taxCode);
        } else {
            compute(taxCode);
        }
    }

    /** Computes now what waits for the commit: for who reads the stage within the transaction that changes it. */
    void settle(String taxCode) {
        if (PerTransaction.isActive() && pending().taxCodes.remove(taxCode)) {
            compute(taxCode);
        }
    }

    private void compute(String taxCode) {
        StageFacts facts = jdbc.sql(FACTS.formatted("?"))
                .param(taxCode)
                .query(StageFacts.class)
                .single();
        if (!facts.stage().name().equals(facts.stored())) {
            jdbc.sql("update enterprise set stage = ? where tax_code = ?")
                    .params(facts.stage().name(), taxCode)
                    .update();
            rows.written(taxCode);
        }
    }

    /** The same of many at once: one question, and one statement for each stage that some of them came to. */
    private void compute(List<String> taxCodes) {
        SimplePropertyRowMapper<StageFacts> facts = new SimplePropertyRowMapper<>(StageFacts.class);
        Map<Stage, List<String>> changed = new EnumMap<>(Stage.class);
        jdbc.sql(FACTS.formatted("any(?)"))
                .param(new SqlArrayValue("varchar", taxCodes.toArray()))
                .query((row, number) -> {
                    StageFacts of = facts.mapRow(row, number);
                    if (!of.stage().name().equals(of.stored())) {
                        changed.computeIfAbsent(of.stage(), first -> new ArrayList<>())
                                .add(row.getString("taxCode"));
                    }
                    return of;
                })
                .list();
        changed.forEach((stage, codes) -> {
            jdbc.sql("update enterprise set stage = ? where tax_code = any(?)")
                    .params(stage.name(), new SqlArrayValue("varchar", codes.toArray()))
                    .update();
            codes.forEach(rows::written);
        });
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> pending.of() == this)
                .findFirst()
                .orElseGet(() -> {
                    Pending begun = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }

    /** Enterprises of one transaction whose stage is computed before it commits. */
    private final class Pending implements TransactionSynchronization {

        private final Set<String> taxCodes = new LinkedHashSet<>();

        private Stages of() {
            return Stages.this;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (taxCodes.size() == 1) {
                settle(taxCodes.iterator().next());
            } else if (!taxCodes.isEmpty()) {
                compute(taxCodes.stream().sorted().toList());
                taxCodes.clear();
            }
        }
    }
}
