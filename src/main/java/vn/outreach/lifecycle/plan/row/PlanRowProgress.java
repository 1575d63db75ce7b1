package vn.outreach.lifecycle.plan.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.register.achievement.AchievementFold;
import vn.outreach.register.achievement.Measure;

/** The rows of a year as its process goes through them: which start next, what became of them, what is left over. */
@Repository
public class PlanRowProgress {

    private final JdbcClient jdbc;
    private final AchievementFold achievements;

    PlanRowProgress(JdbcClient jdbc, AchievementFold achievements) {
        this.jdbc = jdbc;
        this.achievements = achievements;
    }

    /** A row that waits for its start. */
    public record PlannedRow(String taxCode, String responsibleMember, Integer admissionTarget, Integer priority) {}

    public int count(int year) {
        return jdbc.sql("select count(*) from plan_row where plan_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    /** Tax codes of rows that name nobody: no responsible member or no advisory unit. */
    public List<String> nameless(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ?"
                        + " and (responsible_member is null or unit is null) order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /** Whom the rows of the year name. */
    public List<String> members(int year) {
        return jdbc.sql(
                        "select distinct responsible_member from plan_row where plan_year = ? and responsible_member is not null"
                                + " order by responsible_member")
                .param(year)
                .query(String.class)
                .list();
    }

    public List<String> taxCodes(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ? order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /**
     * The next row to start: by rank, then the larger enterprise, then the tax code. A row waits for its day, but not
     * one whose case runs: that one is the new year's as soon as the year has begun.
     */
    public Optional<PlannedRow> next(int year, LocalDate today) {
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
    public Optional<LocalDate> nextStartOn(int year, LocalDate today) {
        return jdbc.sql(
                        "select min(start_on) from plan_row where plan_year = ? and status = 'PLANNED' and removed_by is null"
                                + " and start_on > ?")
                .params(year, today)
                .query(LocalDate.class)
                .optional();
    }

    public void answer(int year, String taxCode, PlanRowStatus status, @Nullable String reason) {
        jdbc.sql("update plan_row set status = ?, reason = ? where plan_year = ? and tax_code = ?")
                .params(status.name(), reason, year, taxCode)
                .update();
    }

    /** A row whose year is over; {@code closing} is null while nobody has answered what becomes of it. */
    public record ClosingRow(
            String taxCode,
            @Nullable String responsibleMember,
            @Nullable RowClosing closing) {}

    /** The rows of the year that stayed in the plan. */
    public List<ClosingRow> closingRows(int year) {
        return jdbc.sql("select tax_code as taxCode, responsible_member as responsibleMember, closing from plan_row"
                        + " where plan_year = ? and removed_by is null order by tax_code")
                .param(year)
                .query(ClosingRow.class)
                .list();
    }

    public void close(int year, List<String> taxCodes, RowClosing closing, @Nullable String reason) {
        jdbc.sql("update plan_row set closing = :closing, closing_reason = :reason where plan_year = :year"
                        + " and tax_code = any(:taxCodes)")
                .param("closing", closing.name())
                .param("reason", reason)
                .param("year", year)
                .param("taxCodes", new SqlArrayValue("varchar", taxCodes.toArray()))
                .update();
    }

    /** Marks the row as one of the year before; false where the plan does not have it. */
    public boolean carriedFrom(int year, String taxCode, int from) {
        return jdbc.sql(
                                "update plan_row set carried_from = ? where plan_year = ? and tax_code = ? and removed_by is null")
                        .params(from, year, taxCode)
                        .update()
                > 0;
    }

    /** Enters the row of a year into the next year's draft with what it still owes. */
    public void carry(int year, String taxCode, @Nullable String member, int admissionTarget, List<Measure> measures) {
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
        achievements.follow(year + 1, List.of(taxCode));
    }
}
