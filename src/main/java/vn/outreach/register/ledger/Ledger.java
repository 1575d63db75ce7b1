package vn.outreach.register.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.PerTransaction;
import vn.outreach.base.text.FreeTextRule;
import vn.outreach.base.value.KnownFields;
import vn.outreach.web.SentAgain;

/**
 * The append-only record of what happened: one row per completed step, written in the transaction that completes it.
 * The database refuses UPDATE and DELETE. Counting and looking back never see corrections: they do not move a case.
 */
@Service
public class Ledger {

    private final JdbcClient jdbc;
    private final OutcomeRows rows;
    private final List<LedgerListener> listeners;
    private final FreeTextRule texts;
    private final Clock clock;
    private final PerTransaction<Map<String, Outcome>> newest = new PerTransaction<>();

    Ledger(JdbcClient jdbc, OutcomeRows rows, List<LedgerListener> listeners, FreeTextRule texts, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.listeners = listeners;
        this.texts = texts;
        this.clock = clock;
    }

    /** Writes the step with the day on which the act happened. */
    public Outcome record(LedgerEntry step, Result result, LocalDate occurredOn) {
        Outcome outcome = append(
                OutcomeRows.NEXT_ROUND,
                rows.of(step, result.name(), occurredOn == null ? step.today() : occurredOn, clock.instant()));
        listeners.forEach(listener -> listener.recorded(outcome));
        return outcome;
    }

    /** Writes the step with the day of its completion, for steps that are no act of their own. */
    public Outcome record(LedgerEntry step, Result result) {
        return record(step, result, step.today());
    }

    public int count(String processInstanceId, String step, String result) {
        return jdbc.sql("""
                select count(*) from outcome
                where process_instance_id = ? and step = ? and result = ? and corrects is null""")
                .params(processInstanceId, step, result)
                .query(Integer.class)
                .single();
    }

    /** How often the step was done after the row with this id; 0 stands before the first row. */
    public int countAfter(String processInstanceId, String step, long id) {
        return jdbc.sql("""
                select count(*) from outcome
                where process_instance_id = ? and step = ? and id > ? and corrects is null""")
                .params(processInstanceId, step, id)
                .query(Integer.class)
                .single();
    }

    /** The row that one activity instance wrote; there is never a second one. */
    public Optional<Outcome> ofActivity(String activityInstanceId) {
        return jdbc.sql("select " + OutcomeRows.COLUMNS + " from outcome where activity_instance_id = ?")
                .param(activityInstanceId)
                .query(rows)
                .optional();
    }

    public Optional<Outcome> last(String processInstanceId, String step) {
        return Optional.ofNullable(newest.get(processInstanceId)
                .orElseGet(() -> readNewest(processInstanceId))
                .get(step));
    }

    /**
     * Of each step of the instance its newest row. A step looks back at several of them, and they are read once a
     * transaction.
     */
    private Map<String, Outcome> readNewest(String processInstanceId) {
        Map<String, Outcome> bySteps =
                jdbc
                        .sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome where id in (
                    select max(id) from outcome where process_instance_id = ? and corrects is null group by step)""")
                        .param(processInstanceId)
                        .query(rows)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Outcome::step, Function.identity()));
        newest.put(processInstanceId, bySteps);
        return bySteps;
    }

    /** The newest row of a step for an enterprise, in whichever case; those of admissions are none of them. */
    public Optional<Outcome> lastOfEnterprise(String taxCode, String phase, String step) {
        return jdbc.sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome
                where tax_code = ? and phase = ? and step = ? and corrects is null and candidate_ref is null
                order by id desc fetch first 1 rows only""")
                .params(taxCode, phase, step)
                .query(rows)
                .optional();
    }

    /** The same of many enterprises, by their tax codes; those for which the step was never recorded are missing. */
    public Map<String, Outcome> lastOfEnterprises(Collection<String> taxCodes, String phase, String step) {
        return jdbc
                .sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome where id in (
                    select max(id) from outcome
                    where tax_code = any(:taxCodes) and phase = :phase and step = :step and corrects is null and candidate_ref is null
                    group by tax_code)""")
                .param("taxCodes", new SqlArrayValue("varchar", taxCodes.toArray()))
                .param("phase", phase)
                .param("step", step)
                .query(rows)
                .list()
                .stream()
                .collect(Collectors.toMap(Outcome::taxCode, Function.identity()));
    }

    /**
     * Of each of these steps of an enterprise its newest row, the newest first; those of admissions are none of them.
     */
    public List<Outcome> newestOfSteps(String taxCode, Collection<String> steps) {
        return steps.isEmpty()
                ? List.of()
                : jdbc.sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome o where id in (
                    select max(id) from outcome
                    where tax_code = :taxCode and step in (:steps) and corrects is null and candidate_ref is null
                    group by phase, step)
                order by id desc""")
                        .param("taxCode", taxCode)
                        .param("steps", steps)
                        .query(rows)
                        .list();
    }

    /** The newest row of a step in an umbrella case, whichever of its processes wrote it. */
    public Optional<Outcome> lastOfCase(String caseId, String step) {
        return jdbc.sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome where case_id = ? and step = ? and corrects is null
                order by id desc fetch first 1 rows only""")
                .params(caseId, step)
                .query(rows)
                .optional();
    }

    /** When this step was last recorded for its candidate, or else for its enterprise, in whichever case that was. */
    public Optional<OffsetDateTime> lastRecorded(LedgerEntry step) {
        boolean ofCandidate = step.candidateRef() != null;
        return jdbc.sql("select recorded_at from outcome where " + (ofCandidate ? "candidate_ref" : "tax_code")
                        + " = ? and step = ? and corrects is null order by recorded_at desc fetch first 1 rows only")
                .params(ofCandidate ? step.candidateRef() : step.taxCode(), step.name())
                .query(OffsetDateTime.class)
                .optional();
    }

    /**
     * Whether this person did one of the steps in any of its rounds. Who corrected its record did it too, and so did
     * the one in whose place a deputy did it.
     */
    public boolean did(String processInstanceId, Collection<String> steps, String user) {
        return jdbc.sql("""
                select count(*) from outcome
                where process_instance_id = :instance and step in (:steps)
                and (recorded_by = :user or acted_for = :user)""")
                        .param("instance", processInstanceId)
                        .param("steps", steps)
                        .param("user", user)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The same of the newest round alone; a correction belongs to the round of the row it corrects. */
    public boolean didLastRound(String processInstanceId, Collection<String> steps, String user) {
        return jdbc.sql("""
                select count(*) from outcome o
                where process_instance_id = :instance and step in (:steps)
                and (recorded_by = :user or acted_for = :user)
                and round = (select max(round) from outcome newest
                    where newest.process_instance_id = o.process_instance_id and newest.step = o.step)""")
                        .param("instance", processInstanceId)
                        .param("steps", steps)
                        .param("user", user)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * A new row that says what the step's own row should have said; what corrects a correction belongs to the same row.
     * The case goes on as it went.
     */
    Outcome correct(Outcome wrong, String result, @Nullable LocalDate occurredOn, String user, String reason) {
        LocalDate day = occurredOn == null ? wrong.occurredOn() : occurredOn;
        Outcome original = ownRow(wrong);
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        DateRules.notFuture(KnownFields.name("occurredOn"), day, today);
        Outcome correction = rows.correction(original, result, day, user, clock.instant(), reason);
        // Held, so that the same correction sent twice at once is one row too.
        jdbc.sql("select id from outcome where id = ? for update")
                .param(original.id())
                .query(Long.class)
                .single();
        return sentBefore(correction).orElseGet(() -> {
            Outcome written = append(OutcomeRows.SAME_ROUND, correction);
            listeners.forEach(listener -> listener.corrected(original.id(), written));
            return written;
        });
    }

    /** The row of the step itself; older versions wrote corrections of corrections. */
    private Outcome ownRow(Outcome row) {
        return row.corrects() == null
                ? row
                : ownRow(jdbc.sql("select " + OutcomeRows.COLUMNS + " from outcome where id = ?")
                        .param(row.corrects())
                        .query(rows)
                        .single());
    }

    /** The same correction by the same person, who got no answer and sent it again. */
    private Optional<Outcome> sentBefore(Outcome correction) {
        return jdbc
                .sql("select " + OutcomeRows.COLUMNS + " " + """
                from outcome where corrects = ? and recorded_by = ? and recorded_at >= ? and result = ?
                    and occurred_on = ? order by id""")
                .params(
                        correction.corrects(),
                        correction.recordedBy(),
                        SentAgain.since(clock),
                        correction.result(),
                        correction.occurredOn())
                .query(rows)
                .list()
                .stream()
                .filter(row -> Objects.equals(row.details(), correction.details()))
                .findFirst();
    }

    private Outcome append(String insert, Outcome outcome) {
        texts.check(outcome.details());
        newest.forget(outcome.processInstanceId());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(insert).paramSource(rows.parameters(outcome)).update(key, "id", "round");
        return rows.written(outcome, key.getKeys());
    }
}
