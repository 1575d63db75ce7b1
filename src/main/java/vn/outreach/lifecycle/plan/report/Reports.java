package vn.outreach.lifecycle.plan.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.lifecycle.plan.ReportDecision;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.report.PlanReport.Figure;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.register.achievement.Measure;

/** The reports as they are kept: texts as people write them, figures once they are handed in. */
@Repository
public class Reports {

    private static final String TEXTS =
            Arrays.stream(ReportText.values()).map(ReportText::field).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Reports(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A report as it is kept. */
    record Kept(
            ReportStatus status,
            @Nullable String preparedBy,
            @Nullable LocalDate preparedOn,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String returnedReason,
            Map<String, String> texts) {}

    Optional<Kept> find(int year, PlanPeriod period) {
        return jdbc.sql("select status, prepared_by, prepared_on, decided_by, decided_on, returned_reason, " + TEXTS
                        + " from report where plan_year = ? and period = ?")
                .params(year, period.name())
                .query((row, number) -> kept(row))
                .optional();
    }

    /** Begins the report where nobody has, and holds it until the transaction ends. */
    ReportStatus lock(int year, PlanPeriod period) {
        jdbc.sql("""
                insert into report (plan_year, period, kind, status, cut_off)
                select cast(:year as integer), cast(:period as varchar), cast(:kind as varchar), 'DRAFT', cast(:cutOff as date)
                where not exists (select 1 from report r where r.plan_year = :year and r.period = :period)""")
                .param("year", year)
                .param("period", period.name())
                .param("kind", PlanReport.kindOf(period))
                .param("cutOff", period.last(year))
                .update();
        return jdbc.sql("select status from report where plan_year = ? and period = ? for update")
                .params(year, period.name())
                .query((row, number) -> ReportStatus.valueOf(row.getString(1)))
                .single();
    }

    void write(int year, PlanPeriod period, ReportText text, @Nullable String words) {
        jdbc.sql("update report set " + text.field() + " = ? where plan_year = ? and period = ?")
                .params(words, year, period.name())
                .update();
    }

    /** Keeps the figures as they are now. */
    void freeze(int year, PlanPeriod period, List<Figure> figures) {
        jdbc.sql("update report set status = 'FROZEN' where plan_year = ? and period = ?")
                .params(year, period.name())
                .update();
        jdbc.sql("delete from report_figure where plan_year = ? and period = ?")
                .params(year, period.name())
                .update();
        batch.batchUpdate(
                "insert into report_figure (plan_year, period, grouping_by, group_key, measure, group_name, promised, reached,"
                        + " standing, overdue, last_year, summary) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                figures.stream()
                        .map(figure -> new Object[] {
                            year,
                            period.name(),
                            figure.by().name(),
                            figure.key(),
                            figure.measure().name(),
                            figure.name(),
                            figure.promised(),
                            figure.reached(),
                            figure.standing(),
                            figure.overdue(),
                            figure.lastYear(),
                            figure.summary()
                        })
                        .toList());
    }

    /** Hands the report in with the figures that are kept. */
    void submit(int year, PlanPeriod period, String user, LocalDate today) {
        jdbc.sql("update report set status = 'SUBMITTED', prepared_by = ?, prepared_on = ?, decided_by = null,"
                        + " decided_on = null where plan_year = ? and period = ?")
                .params(user, today, year, period.name())
                .update();
    }

    void decide(
            int year, PlanPeriod period, ReportDecision decision, @Nullable String reason, String user, LocalDate day) {
        jdbc.sql("update report set status = ?, decided_by = ?, decided_on = ?, returned_reason = ? where plan_year = ?"
                        + " and period = ?")
                .params(decision.name(), user, day, reason, year, period.name())
                .update();
    }

    List<Figure> figures(int year, PlanPeriod period) {
        return jdbc.sql(
                        "select grouping_by, group_key, group_name, measure, promised, reached, standing, overdue, last_year, summary"
                                + " from report_figure where plan_year = ? and period = ?"
                                + " order by grouping_by, group_key, measure")
                .params(year, period.name())
                .query((row, number) -> new Figure(
                        PlanResults.Grouping.valueOf(row.getString("grouping_by")),
                        row.getString("group_key"),
                        row.getString("group_name"),
                        Measure.valueOf(row.getString("measure")),
                        row.getObject("promised", Integer.class),
                        row.getInt("reached"),
                        row.getInt("standing"),
                        row.getInt("overdue"),
                        row.getObject("last_year", Integer.class),
                        row.getString("summary")))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportText text : ReportText.values()) {
            String words = row.getString(text.field());
            if (words != null) {
                texts.put(text.field(), words);
            }
        }
        return new Kept(
                ReportStatus.valueOf(row.getString("status")),
                row.getString("prepared_by"),
                row.getObject("prepared_on", LocalDate.class),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("returned_reason"),
                texts);
    }
}
