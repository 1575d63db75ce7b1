package vn.outreach.lifecycle.plan.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.ProcessKeys;

/** What a plan gives each unit and each member to do, beside what they have to do already. */
@Repository
public class PlanSums {

    private final JdbcClient jdbc;

    public PlanSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By whom the rows are summed. */
    enum By {
        UNIT("unit"),
        MEMBER("responsible_member");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /**
     * The rows of one unit or member; {@code key} is empty where the rows name none.
     *
     * @param surveys how many of the rows promise one; a row that does not say what it promises promises all
     * @param admissions how many people the rows name
     */
    record Sum(String key, int rows, int workers, int surveys, int meetings, int unions, int cells, int admissions) {}

    List<Sum> of(int year, By by) {
        return jdbc.sql("""
                select coalesce(p.%s, '') as "key", count(*) as "rows", coalesce(sum(e.workers), 0) as workers,
                    count(case when p.measures is null or p.measures like '%%SURVEY%%' then 1 end) as surveys,
                    count(case when p.measures is null or p.measures like '%%MEETING%%' then 1 end) as meetings,
                    count(case when p.measures is null or p.measures like '%%UNION%%' then 1 end) as unions,
                    count(case when p.measures is null or p.measures like '%%CELL%%' then 1 end) as cells,
                    coalesce(sum(p.admission_target), 0) as admissions
                from plan_row p join enterprise e on e.tax_code = p.tax_code
                where p.plan_year = ? and p.removed_by is null
                group by coalesce(p.%s, '')""".formatted(by.column, by.column))
                .param(year)
                .query(Sum.class)
                .list();
    }

    /** How many open tasks each of them has, admissions left out: those are seen by those who carry them alone. */
    Map<String, Integer> openTasks(By by) {
        String sql = by == By.MEMBER
                ? "select t.ASSIGNEE_ as who, count(*) as open_tasks from ACT_RU_TASK t"
                : "select l.GROUP_ID_ as who, count(*) as open_tasks from ACT_RU_TASK t"
                        + " join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'";
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql(sql + " join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_ where t.SUSPENSION_STATE_ = 1 and d.KEY_ <> '"
                        + ProcessKeys.MEMBER_ADMISSION + "' group by "
                        + (by == By.MEMBER ? "t.ASSIGNEE_" : "l.GROUP_ID_"))
                .query(row -> {
                    if (row.getString("who") != null) {
                        open.put(row.getString("who"), row.getInt("open_tasks"));
                    }
                });
        return open;
    }
}
