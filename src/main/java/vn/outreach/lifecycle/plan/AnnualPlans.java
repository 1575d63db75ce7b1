package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.achievement.Measure;

/** The years' plans as their process sees them: head, targets, and rows in the order of their starts. */
@Repository
class AnnualPlans {

    private final JdbcClient jdbc;

    private final PlanHeads heads;

    AnnualPlans(JdbcClient jdbc, PlanHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** A row that waits for its start. */
    record PlannedRow(String taxCode, String responsibleMember, Integer admissionTarget, Integer priority) {}

    /** Enters the plan of a year, or takes up the one whose rows were kept before; returns its status. */
    PlanStatus open(int year, String processInstanceId) {
        Optional<PlanStatus> status = heads.lockStatus(year);
        if (status.isEmpty()) {
            insert(year, processInstanceId);
        } else {
            jdbc.sql("update plan set process_instance_id = ? where plan_year = ?")
                    .params(processInstanceId, year)
                    .update();
        }
        return status.orElse(PlanStatus.DRAFT);
    }

    private void insert(int year, String processInstanceId) {
        try {
            jdbc.sql("insert into plan(plan_year, status, process_instance_id) values (?, 'DRAFT', ?)")
                    .params(year, processInstanceId)
                    .update();
        } catch (DuplicateKeyException atTheSameTime) {
            throw Refusal.conflict("case-running", "Kế hoạch năm " + year + " vừa được mở cùng lúc.");
        }
    }

    int rows(int year) {
        return jdbc.sql("select count(*) from plan_row where plan_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    /** Tax codes of rows that name nobody: no responsible member or no advisory unit. */
    List<String> rowsWithoutName(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ?"
                        + " and (responsible_member is null or unit is null) order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /** Whom the rows of the year name. */
    List<String> members(int year) {
        return jdbc.sql(
                        "select distinct responsible_member from plan_row where plan_year = ? and responsible_member is not null"
                                + " order by responsible_member")
                .param(year)
                .query(String.class)
                .list();
    }

    void submit(int year, PlanTargets targets, String draftedBy) {
        jdbc.sql("update plan set status = 'SUBMITTED', target_surveys = ?, target_meetings = ?, target_unions = ?,"
                        + " target_cells = ?, target_admissions = ?, drafted_by = ? where plan_year = ?")
                .params(
                        targets.surveys(),
                        targets.meetings(),
                        targets.unions(),
                        targets.cells(),
                        targets.admissions(),
                        draftedBy,
                        year)
                .update();
    }

    void decide(int year, PlanDecision decision, String user, LocalDate day) {
        boolean approved = decision == PlanDecision.APPROVED;
        jdbc.sql("update plan set status = ?, approved_by = ?, approved_on = ? where plan_year = ?")
                .params(approved ? "APPROVED" : "DRAFT", approved ? user : null, approved ? day : null, year)
                .update();
        if (approved) {
            LocalDate from = Stream.of(effectiveFrom(year), day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            jdbc.sql("update plan set effective_from = ? where plan_year = ?")
                    .params(from, year)
                    .update();
        }
    }

    /** From when the plan is in force: 1 January where nobody named a day. */
    LocalDate effectiveFrom(int year) {
        return jdbc.sql("select effective_from from plan where plan_year = ? and effective_from is not null")
                .param(year)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.of(year, 1, 1));
    }

    /** Years whose plan is approved and not closed. */
    List<Integer> approved() {
        return jdbc.sql("select plan_year from plan where status = 'APPROVED' order by plan_year")
                .query(Integer.class)
                .list();
    }

    List<String> taxCodes(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ? order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /**
     * The next row to start: by rank, then the larger enterprise, then the tax code. A row waits for its day, but not
     * one whose case runs: that one is the new year's as soon as the year has begun.
     */
    Optional<PlannedRow> next(int year, LocalDate today) {
        return jdbc.sql("""
                select r.tax_code as taxCode, r.responsible_member as responsibleMember,
                    r.admission_target as admissionTarget, r.priority
                from plan_row r join enterprise e on e.tax_code = r.tax_code
                where r.plan_year = ? and r.status = 'PLANNED' and r.removed_by is null
                    and (r.start_on is null or r.start_on <= ? or exists (
                        select 1 from outreach_case c where c.tax_code = r.tax_code and c.ended_at is null))
                order by r.priority nulls last, r.rank_place nulls last, coalesce(e.workers, 0) desc, r.tax_code fetch first 1 rows only""").params(year, today).query(PlannedRow.class).optional();
    }

    /** The first day after today on which a row starts. */
    Optional<LocalDate> nextStartOn(int year, LocalDate today) {
        return jdbc.sql(
                        "select min(start_on) from plan_row where plan_year = ? and status = 'PLANNED' and removed_by is null"
                                + " and start_on > ?")
                .params(year, today)
                .query(LocalDate.class)
                .optional();
    }

    void answer(int year, String taxCode, String status, @Nullable String reason) {
        jdbc.sql("update plan_row set status = ?, reason = ? where plan_year = ? and tax_code = ?")
                .params(status, reason, year, taxCode)
                .update();
    }

    /** A row whose year is over; {@code closing} is null while nobody has answered what becomes of it. */
    record ClosingRow(
            String taxCode,
            @Nullable String responsibleMember,
            @Nullable RowClosing closing) {}

    /** The rows of the year that stayed in the plan. */
    List<ClosingRow> closingRows(int year) {
        return jdbc.sql("select tax_code as taxCode, responsible_member as responsibleMember, closing from plan_row"
                        + " where plan_year = ? and removed_by is null order by tax_code")
                .param(year)
                .query(ClosingRow.class)
                .list();
    }

    void close(int year, List<String> taxCodes, RowClosing closing, @Nullable String reason) {
        jdbc.sql("update plan_row set closing = :closing, closing_reason = :reason where plan_year = :year"
                        + " and tax_code = any(:taxCodes)")
                .param("closing", closing.name())
                .param("reason", reason)
                .param("year", year)
                .param("taxCodes", new SqlArrayValue("varchar", taxCodes.toArray()))
                .update();
    }

    void closed(int year) {
        jdbc.sql("update plan set status = 'CLOSED' where plan_year = ?")
                .param(year)
                .update();
    }

    /** Marks the row as one of the year before; false where the plan does not have it. */
    boolean carriedFrom(int year, String taxCode, int from) {
        return jdbc.sql(
                                "update plan_row set carried_from = ? where plan_year = ? and tax_code = ? and removed_by is null")
                        .params(from, year, taxCode)
                        .update()
                > 0;
    }

    /** Enters the row of a year into the next year's draft with what it still owes. */
    void carry(int year, String taxCode, @Nullable String member, int admissionTarget, List<Measure> measures) {
        jdbc.sql("""
                insert into plan_row (plan_year, tax_code, responsible_member, unit, admission_target, measures, note,
                    status, carried_from)
                select plan_year + 1, tax_code, cast(:member as varchar), unit, cast(:target as integer),
                    cast(:measures as varchar), note, 'PLANNED', plan_year
                from plan_row where plan_year = :year and tax_code = :taxCode""")
                .param("member", member)
                .param("target", admissionTarget)
                .param(
                        "measures",
                        measures.isEmpty()
                                ? null
                                : measures.stream().map(Measure::name).collect(Collectors.joining(",")))
                .param("year", year)
                .param("taxCode", taxCode)
                .update();
    }
}
