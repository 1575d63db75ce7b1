package vn.outreach.work.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is overdue, read from task_line alone: whose it is decides who sees it. */
@Repository
class OverdueRows {

    static final String OLDEST_FIRST = "l.due_at, l.priority desc, l.task_id";
    static final Map<String, String> SORTED_BY =
            Map.of("dueAt", "l.due_at", "enterprise", "e.sort_name", "holder", "l.holder");

    private static final String FROM =
            " from task_line l left join enterprise e on e.tax_code = l.tax_code where l.due_at < :day and ";
    private static final String OFFERED_TO =
            "exists (select 1 from task_line o where o.task_id = l.task_id and o.unit in (%s))";
    /** What the person does, in somebody's place too, or may take. */
    private static final String OWN =
            "(l.holder in (:people) or l.holder is null and " + OFFERED_TO.formatted(":own") + ")";

    private static final String HEADED = OFFERED_TO.formatted(":headed");

    private final JdbcClient jdbc;

    OverdueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose tasks are asked for.
     *
     * @param all everybody's; else those of the people, of nobody in the person's own units, and of the headed units
     * @param unit those that are offered to this unit; null for any
     */
    record Scope(
            LocalDate day,
            boolean all,
            Set<String> people,
            Set<String> own,
            Set<String> headed,
            @Nullable String unit) {

        private String condition() {
            return (all ? "1 = 1" : "(" + OWN + " or " + HEADED + ")")
                    + (unit == null ? "" : " and " + OFFERED_TO.formatted(":unit"));
        }

        private Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>(
                    Map.of("day", day.atStartOfDay(), "people", people, "own", orNone(own), "headed", orNone(headed)));
            if (unit != null) {
                parameters.put("unit", unit);
            }
            return parameters;
        }

        /** A list must not be empty in SQL, and no unit has this name. */
        private static Set<String> orNone(Collection<String> units) {
            Set<String> all = new HashSet<>(units);
            all.add(" ");
            return all;
        }
    }

    record Row(
            String taskId,
            String processKey,
            String step,
            String name,
            LocalDateTime dueAt,
            @Nullable String holder,
            @Nullable String taxCode,
            @Nullable String enterprise,
            @Nullable String zone,
            boolean own) {}

    List<Row> find(Scope scope, String orderBy, long offset, int most) {
        return jdbc.sql("select l.task_id, l.process_key, l.step, coalesce(l.name, l.step) as name, l.due_at, l.holder,"
                        + " l.tax_code, e.name as enterprise, e.zone, case when l.holder in (:people) or "
                        + OFFERED_TO.formatted(":own") + " then true else false end as own" + FROM
                        + "l.unit_number = 1 and " + scope.condition() + " order by " + orderBy
                        + " offset :offset rows fetch next :most rows only")
                .params(scope.parameters())
                .param("offset", offset)
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("task_id"),
                        row.getString("process_key"),
                        row.getString("step"),
                        row.getString("name"),
                        row.getObject("due_at", LocalDateTime.class),
                        row.getString("holder"),
                        row.getString("tax_code"),
                        row.getString("enterprise"),
                        row.getString("zone"),
                        row.getBoolean("own")))
                .list();
    }

    int count(Scope scope) {
        return jdbc.sql("select count(*) from (select l.task_id" + FROM + "l.unit_number = 1 and " + scope.condition()
                        + " fetch first :most rows only) counted")
                .params(scope.parameters())
                .param("most", Overdue.MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** How many each unit has, a task that is offered to two at both. */
    Map<String, Integer> countsByUnit(Scope scope) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select l.unit, count(*) as number" + FROM + "l.unit <> '' and " + scope.condition()
                        + " group by l.unit order by l.unit")
                .params(scope.parameters())
                .query(row -> {
                    counts.put(row.getString("unit"), row.getInt("number"));
                });
        return counts;
    }

    /** The units that each of these tasks is offered to. */
    Map<String, Set<String>> units(Collection<String> taskIds) {
        Map<String, Set<String>> units = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("select task_id, unit from task_line where task_id in (:ids) and unit <> ''")
                    .param("ids", taskIds)
                    .query(row -> {
                        units.computeIfAbsent(row.getString("task_id"), id -> new TreeSet<>())
                                .add(row.getString("unit"));
                    });
        }
        return units;
    }
}
