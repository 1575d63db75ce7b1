package vn.outreach.lifecycle.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.register.achievement.Measure;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The rows of the yearly plans as they are kept; {@link AnnualPlans} has them once the plan runs. */
@Repository
class PlanRows {

    static final Map<String, String> SORTED_BY = Map.of(
            "taxCode",
            "p.tax_code",
            "name",
            "e.sort_name",
            "priority",
            "p.priority",
            "responsibleMember",
            "p.responsible_member",
            "unit",
            "p.unit",
            "status",
            "p.status");
    static final String KEY = "p.tax_code";
    private static final String SELECT = """
            select p.plan_year as planYear, p.tax_code as taxCode, e.name, e.zone, e.stage, p.responsible_member as responsibleMember,
                p.unit, p.admission_target as admissionTarget, p.measures, p.start_on as startOn, p.due_on as dueOn, p.note, p.status, p.reason, p.priority
            from plan_row p join enterprise e on e.tax_code = p.tax_code where p.plan_year = :year""";

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row of the year, the most urgent first; rows without a rank last. */
    List<PlanRow> of(int year) {
        return jdbc.sql(SELECT + " order by p.priority nulls last, e.workers desc nulls last, p.tax_code")
                .param("year", year)
                .query(PlanRow.class)
                .list();
    }

    Page<PlanRow> page(int year, Paging paging) {
        long total = jdbc.sql("select count(*) from plan_row where plan_year = ?")
                .param(year)
                .query(Long.class)
                .single();
        List<PlanRow> items = jdbc.sql(
                        SELECT + " order by " + paging.orderBy() + " offset :offset rows fetch next :size rows only")
                .param("year", year)
                .param("offset", paging.offset())
                .param("size", paging.size())
                .query(PlanRow.class)
                .list();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** What the plan of a year wants to reach; empty where nobody has begun it. */
    Optional<PlanTargets> targets(int year) {
        return jdbc.sql("""
                select target_surveys as surveys, target_meetings as meetings, target_unions as unions,
                    target_cells as cells, target_admissions as admissions from plan where plan_year = ?""").param(year).query(PlanTargets.class).optional();
    }

    /** The plan's status, held until the transaction ends; empty while nobody has begun the plan. */
    Optional<String> lockStatus(int year) {
        return jdbc.sql("select status from plan where plan_year = ? for update")
                .param(year)
                .query(String.class)
                .optional();
    }

    void replace(int year, List<PlanRow> rows) {
        jdbc.sql("delete from plan_row where plan_year = ?").param(year).update();
        rows.forEach(row -> jdbc.sql("""
                insert into plan_row (plan_year, tax_code, responsible_member, unit, admission_target, measures, start_on,
                    due_on, note, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        year,
                        row.taxCode(),
                        row.responsibleMember(),
                        row.unit(),
                        row.admissionTarget(),
                        row.measures() == null
                                ? null
                                : row.measures().stream().map(Measure::name).collect(Collectors.joining(",")),
                        row.startOn(),
                        row.dueOn(),
                        row.note(),
                        row.status().name())
                .update());
    }
}
