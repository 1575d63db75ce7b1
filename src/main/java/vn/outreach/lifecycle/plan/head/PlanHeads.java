package vn.outreach.lifecycle.plan.head;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.lifecycle.plan.head.PlanHead.Parts;
import vn.outreach.lifecycle.plan.head.PlanHead.QuarterTarget;
import vn.outreach.lifecycle.plan.head.PlanHead.UnitTarget;
import vn.outreach.register.achievement.Measure;

/** The heads of the yearly plans: what a plan says of itself, and its targets. */
@Repository
public class PlanHeads {

    private static final String QUARTER = "QUARTER";
    private static final String UNIT = "UNIT";

    private static final String SELECT = """
            select p.plan_year as "year", p.status, p.title, p.basis, p.purpose, p.effective_from as effectiveFrom,
                p.target_surveys as targetSurveys, p.target_meetings as targetMeetings, p.target_unions as targetUnions,
                p.target_cells as targetCells, p.target_admissions as targetAdmissions, p.drafted_by as draftedBy,
                p.drafted_on as draftedOn, p.approved_by as approvedBy, p.approved_on as approvedOn, p.paper_number as paperNumber,
                p.returned_reason as returnedReason, coalesce(r.counted, 0) as "rows", coalesce(r.nameless, 0) as namelessRows,
                coalesce(r.people, 0) as promisedAdmissions,
                (select count(*) from plan_amendment a where a.plan_year = p.plan_year and a.status = 'APPROVED') as amendments
            from plan p left join (
                select plan_year, count(*) as counted, coalesce(sum(admission_target), 0) as people,
                    count(case when responsible_member is null or unit is null then 1 end) as nameless
                from plan_row where removed_by is null group by plan_year) r on r.plan_year = p.plan_year""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Upsert upsert;

    public PlanHeads(JdbcTemplate jdbc, Upsert upsert) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.upsert = upsert;
    }

    /** The newest year first. */
    public List<PlanHead> all() {
        return jdbc.sql(SELECT + " order by p.plan_year desc")
                .query(PlanHead.class)
                .list();
    }

    /** Empty for a year that nobody has begun to plan. */
    public Optional<PlanHead> find(int year) {
        return jdbc.sql(SELECT + " where p.plan_year = ?")
                .param(year)
                .query(PlanHead.class)
                .optional();
    }

    /** @throws Refusal {@code plan-unknown} for a year that nobody has begun to plan */
    public PlanHead require(int year) {
        return find(year)
                .orElseThrow(() -> Refusal.unknown("plan-unknown", "Chưa có kế hoạch năm %d.".formatted(year)));
    }

    /** The plan that this process makes; empty for another process. */
    public Optional<PlanHead> ofProcess(String processInstanceId) {
        return jdbc.sql(SELECT + " where p.process_instance_id = ?")
                .param(processInstanceId)
                .query(PlanHead.class)
                .optional();
    }

    /** The plan's status, held until the transaction ends; empty while nobody has begun the plan. */
    public Optional<PlanStatus> lockStatus(int year) {
        return jdbc.sql("select status from plan where plan_year = ? for update")
                .param(year)
                .query(String.class)
                .optional()
                .map(PlanStatus::valueOf);
    }

    /**
     * Holds the plan of a year until the transaction ends, and makes it a head where it has none: of two who write at
     * once, one waits, and neither writes into what is being approved.
     *
     * @throws Refusal as {@link #mustBeDraft}
     */
    public void lockDraft(int year) {
        upsert.write(() -> lockStatus(year).isPresent() ? 1 : 0, () -> insert(year));
        mustBeDraft(year, lockStatus(year).orElseThrow());
    }

    /** @throws Refusal {@code plan-submitted}, {@code plan-approved}, {@code plan-closed} for what is no draft */
    public static void mustBeDraft(int year, PlanStatus status) {
        switch (status) {
            case DRAFT -> {}
            case SUBMITTED ->
                throw Refusal.conflict(
                        "plan-submitted", "Kế hoạch năm %d đang trình phê duyệt, không sửa được.".formatted(year));
            case APPROVED ->
                throw Refusal.conflict(
                        "plan-approved", "Kế hoạch năm %d đã được phê duyệt; hãy đề nghị điều chỉnh.".formatted(year));
            case CLOSED ->
                throw Refusal.conflict("plan-closed", "Kế hoạch năm %d đã tổng kết, không sửa được.".formatted(year));
        }
    }

    private void insert(int year) {
        jdbc.sql("insert into plan(plan_year, status) values (?, 'DRAFT')")
                .param(year)
                .update();
    }

    /** Writes these columns of the head. */
    public void update(int year, Map<String, @Nullable Object> columns) {
        if (columns.isEmpty()) {
            return;
        }
        MapSqlParameterSource parameters = new MapSqlParameterSource("year", year);
        StringJoiner assignments = new StringJoiner(", ");
        columns.forEach((column, value) -> {
            assignments.add(column + " = :" + column);
            parameters.addValue(column, value);
        });
        jdbc.sql("update plan set " + assignments + " where plan_year = :year")
                .paramSource(parameters)
                .update();
    }

    /**
     * Enters the plan of a year, or takes up the one whose rows were kept before.
     *
     * @return its status
     * @throws Refusal {@code case-running} where somebody else entered it at the same time
     */
    public PlanStatus open(int year, String processInstanceId) {
        Optional<PlanStatus> status = lockStatus(year);
        if (status.isEmpty()) {
            try {
                insert(year);
            } catch (DuplicateKeyException atTheSameTime) {
                throw Refusal.conflict("case-running", "Kế hoạch năm " + year + " vừa được mở cùng lúc.");
            }
        }
        jdbc.sql("update plan set process_instance_id = ? where plan_year = ?")
                .params(processInstanceId, year)
                .update();
        return status.orElse(PlanStatus.DRAFT);
    }

    /** The draft goes to those who decide, with its targets. */
    public void submit(int year, PlanTargets targets, String draftedBy, LocalDate day) {
        jdbc.sql(
                        "update plan set status = 'SUBMITTED', target_surveys = ?, target_meetings = ?, target_unions = ?,"
                                + " target_cells = ?, target_admissions = ?, drafted_by = ?, drafted_on = ? where plan_year = ?")
                .params(
                        targets.surveys(),
                        targets.meetings(),
                        targets.unions(),
                        targets.cells(),
                        targets.admissions(),
                        draftedBy,
                        day,
                        year)
                .update();
    }

    /** The plan is in force from the day it names, and never before it was approved. */
    public void approve(int year, String user, LocalDate day) {
        LocalDate named = effectiveFrom(year);
        jdbc.sql("update plan set status = 'APPROVED', approved_by = ?, approved_on = ?, effective_from = ?,"
                        + " returned_reason = null where plan_year = ?")
                .params(user, day, named.isBefore(day) ? day : named, year)
                .update();
    }

    /** The number of the plan as a paper. */
    public void numbered(int year, String paperNumber) {
        jdbc.sql("update plan set paper_number = ? where plan_year = ?")
                .params(paperNumber, year)
                .update();
    }

    /** The plan is a draft again. */
    public void giveBack(int year, @Nullable String reason) {
        jdbc.sql("update plan set status = 'DRAFT', approved_by = null, approved_on = null, returned_reason = ?"
                        + " where plan_year = ?")
                .params(reason, year)
                .update();
    }

    public void close(int year) {
        jdbc.sql("update plan set status = 'CLOSED' where plan_year = ?")
                .param(year)
                .update();
    }

    /** From when the plan is in force: 1 January where nobody named a day. */
    public LocalDate effectiveFrom(int year) {
        return jdbc.sql("select effective_from from plan where plan_year = ? and effective_from is not null")
                .param(year)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.of(year, 1, 1));
    }

    /** Years whose plan is approved and not closed. */
    public List<Integer> approvedYears() {
        return jdbc.sql("select plan_year from plan where status = 'APPROVED' order by plan_year")
                .query(Integer.class)
                .list();
    }

    public Parts parts(int year) {
        List<QuarterTarget> quarters = new ArrayList<>();
        List<UnitTarget> units = new ArrayList<>();
        Consumer<PartRow> sorted = row -> {
            Measure measure = Measure.valueOf(row.measure());
            if (row.kind().equals(QUARTER)) {
                quarters.add(
                        new QuarterTarget(measure, Character.digit(row.part().charAt(0), 10), row.target()));
            } else {
                units.add(new UnitTarget(measure, row.part(), row.target()));
            }
        };
        jdbc.sql("select measure, part_kind as kind, part, target from plan_target where plan_year = ?"
                        + " order by part_kind, part, measure")
                .param(year)
                .query(PartRow.class)
                .list()
                .forEach(sorted);
        return new Parts(quarters, units);
    }

    private record PartRow(String measure, String kind, String part, int target) {}

    public void replaceQuarters(int year, List<QuarterTarget> targets) {
        replace(
                year,
                QUARTER,
                targets.stream()
                        .map(each -> new PartRow(
                                each.measure().name(), QUARTER, String.valueOf(each.quarter()), each.target()))
                        .toList());
    }

    public void replaceUnits(int year, List<UnitTarget> targets) {
        replace(
                year,
                UNIT,
                targets.stream()
                        .map(each -> new PartRow(each.measure().name(), UNIT, each.unit(), each.target()))
                        .toList());
    }

    private void replace(int year, String kind, List<PartRow> rows) {
        jdbc.sql("delete from plan_target where plan_year = ? and part_kind = ?")
                .params(year, kind)
                .update();
        batches.batchUpdate(
                "insert into plan_target (plan_year, measure, part_kind, part, target) values (?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {year, row.measure(), kind, row.part(), row.target()})
                        .toList());
    }
}
