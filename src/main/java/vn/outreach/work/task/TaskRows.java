package vn.outreach.work.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.Paging;
import vn.outreach.work.task.TaskLine.Unit;

/** Reads open tasks with their enterprises in one statement, past the engine's queries, which join neither. */
@Repository
class TaskRows {

    private static final String TASK_NAME = "t.NAME_";
    private static final String ASSIGNEE = "t.ASSIGNEE_";
    static final Map<String, String> SORTED_BY = Map.of(
            "dueAt",
            "t.DUE_DATE_",
            "priority",
            "t.PRIORITY_",
            "createdAt",
            "t.CREATE_TIME_",
            "name",
            TASK_NAME,
            "assignee",
            ASSIGNEE,
            "enterprise",
            "e.sort_name",
            "zone",
            "e.sort_zone",
            "workers",
            "e.workers",
            "stage",
            "e.stage");
    /** Behind what is sorted by: the more important first, and always the same order. */
    static final String KEY = "t.PRIORITY_ desc, t.ID_";

    private static final int SOON = 3;
    private static final int MOST_OF_ENTERPRISES = 100;
    private static final String BY_DUE = "t.DUE_DATE_ asc nulls last, " + KEY;
    /** Theirs still, or with their deputy for the time being. */
    private static final String OF_ABSENT = """
             and exists (select 1 from absence a where a.ended_at is null and a.first_day <= :today and a.last_day >= :today
                and (a.person = t.ASSIGNEE_ or exists (select 1 from absence_task h
                    where h.absence_id = a.id and h.task_id = t.ID_ and h.back_at is null)))""";

    private static final String COLUMNS = """
            select t.ID_ as id, t.NAME_ as name, d.KEY_ as phase, d.NAME_ as phase_name, t.TASK_DEF_KEY_ as step,
                t.CREATE_TIME_ as created_at, t.DUE_DATE_ as due_at, t.PRIORITY_ as priority, t.ASSIGNEE_ as assignee,
                u.FIRST_ as first_name, u.LAST_ as last_name, e.tax_code, e.name as enterprise, e.zone, e.workers, e.stage""";
    private static final String FROM = """

            from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            left join ACT_ID_USER u on u.ID_ = t.ASSIGNEE_
            left join running_case r on r.process_instance_id = t.PROC_INST_ID_
            left join enterprise e on e.tax_code = r.enterprise_code
            where\s""";

    private final JdbcClient jdbc;
    private final TaskListVisibility seen;
    private final DueDays dueDays;

    TaskRows(JdbcClient jdbc, TaskListVisibility seen, DueDays dueDays) {
        this.jdbc = jdbc;
        this.seen = seen;
        this.dueDays = dueDays;
    }

    /** One row more than the page has, where there is one. */
    List<TaskRow> find(TaskQuestion question, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(question, parameters);
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size() + 1);
        return jdbc.sql(COLUMNS + FROM + where + " order by " + inVietnameseOrder(paging.orderBy(), parameters)
                        + " offset :offset rows fetch next :size rows only")
                .paramSource(parameters)
                .query(TaskRow::read)
                .list();
    }

    /**
     * The engine's names have no column to sort by: the few that open tasks have are ranked here, for every database
     * alike.
     */
    private String inVietnameseOrder(String orderBy, MapSqlParameterSource parameters) {
        if (orderBy.startsWith(TASK_NAME)) {
            return orderBy.replace(TASK_NAME, rank(TASK_NAME, parameters, jdbc.sql("""
                    select NAME_ as id, NAME_ as name from ACT_RU_TASK where NAME_ is not null group by NAME_"""), VietnameseOrder.BY_NAME));
        }
        return orderBy.startsWith(ASSIGNEE)
                ? orderBy.replace(ASSIGNEE, rank(ASSIGNEE, parameters, jdbc.sql("""
                select u.ID_ as id, coalesce(u.FIRST_, '') || ' ' || coalesce(u.LAST_, '') as name from ACT_ID_USER u
                where exists (select 1 from ACT_RU_TASK t where t.ASSIGNEE_ = u.ID_)"""), VietnameseOrder.OF_PEOPLE))
                : orderBy;
    }

    private static String rank(
            String column, MapSqlParameterSource parameters, JdbcClient.StatementSpec named, Comparator<String> order) {
        List<Unit> names =
                named.query((row, number) -> new Unit(row.getString("id"), row.getString("name"))).list().stream()
                        .sorted(Comparator.comparing(Unit::name, order))
                        .toList();
        StringBuilder rank = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            rank.append(" when :rank").append(i).append(" then ").append(i);
            parameters.addValue("rank" + i, names.get(i).id());
        }
        return names.isEmpty() ? column : "case " + column + rank + " end";
    }

    /** As many as there are, up to {@link TaskPage#MOST_COUNTED}. */
    int count(TaskQuestion question) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(question, parameters);
        parameters.addValue("most", TaskPage.MOST_COUNTED);
        return jdbc.sql("select count(*) from (select t.ID_" + FROM + where + " fetch first :most rows only) counted")
                .paramSource(parameters)
                .query(Integer.class)
                .single();
    }

    /**
     * How many tasks each ready list of the person has, in one look; the lists that need more of a question are left
     * out.
     */
    Map<TaskFilter, Integer> counts(CurrentUser person) {
        MapSqlParameterSource parameters = new MapSqlParameterSource(seen.parameters(person));
        List<TaskFilter> lists = TaskFilter.ready();
        String columns = lists.stream()
                .map(list -> "count(case when 1 = 1" + filter(list, parameters) + " then 1 end)")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + columns + FROM + seen.condition(person) + " and t.SUSPENSION_STATE_ = 1 and "
                        + seen.own())
                .paramSource(parameters)
                .query((row, number) -> {
                    Map<TaskFilter, Integer> counts = new EnumMap<>(TaskFilter.class);
                    for (int column = 0; column < lists.size(); column++) {
                        counts.put(lists.get(column), row.getInt(column + 1));
                    }
                    return counts;
                })
                .single();
    }

    List<TaskRow> ofIds(CurrentUser person, List<String> ids) {
        MapSqlParameterSource parameters = new MapSqlParameterSource(seen.parameters(person)).addValue("ids", ids);
        return jdbc.sql(COLUMNS + FROM + seen.condition(person) + " and t.ID_ in (:ids) order by " + BY_DUE)
                .paramSource(parameters)
                .query(TaskRow::read)
                .list();
    }

    List<TaskRow> ofEnterprises(CurrentUser person, List<String> taxCodes) {
        MapSqlParameterSource parameters = new MapSqlParameterSource(seen.parameters(person))
                .addValue("codes", taxCodes)
                .addValue("most", MOST_OF_ENTERPRISES);
        return jdbc.sql(COLUMNS + FROM + seen.condition(person) + " and r.enterprise_code in (:codes) order by "
                        + BY_DUE + " fetch first :most rows only")
                .paramSource(parameters)
                .query(TaskRow::read)
                .list();
    }

    /** The units that each task is offered to. */
    Map<String, List<Unit>> units(List<String> ids) {
        Map<String, List<Unit>> units = new HashMap<>();
        jdbc.sql("""
                select l.TASK_ID_ as task, g.ID_ as id, g.NAME_ as name from ACT_RU_IDENTITYLINK l
                join ACT_ID_GROUP g on g.ID_ = l.GROUP_ID_
                where l.TYPE_ = 'candidate' and l.TASK_ID_ in (:ids) order by l.TASK_ID_, g.ID_""").param("ids", ids).query(row -> {
            units.computeIfAbsent(row.getString("task"), task -> new ArrayList<>())
                    .add(new Unit(row.getString("id"), row.getString("name")));
        });
        return units;
    }

    private String where(TaskQuestion question, MapSqlParameterSource parameters) {
        parameters.addValues(seen.parameters(question.person()));
        StringBuilder where =
                new StringBuilder(seen.condition(question.person())).append(" and t.SUSPENSION_STATE_ = 1");
        where.append(filter(question.filter(), parameters));
        if (question.mineOnly()) {
            where.append(" and t.ASSIGNEE_ = :me");
        }
        if (question.zone() != null) {
            where.append(" and e.zone = :zone");
            parameters.addValue("zone", question.zone());
        }
        if (question.taxCode() != null) {
            where.append(" and e.tax_code = :taxCode");
            parameters.addValue("taxCode", question.taxCode());
        }
        return where.append(question.words().condition("e", parameters)).toString();
    }

    private String filter(TaskFilter filter, MapSqlParameterSource parameters) {
        return switch (filter) {
            case ALL -> "";
            case MINE -> " and t.ASSIGNEE_ = :me";
            case UNIT, ZONE -> " and " + seen.own();
            case UNCLAIMED -> " and t.ASSIGNEE_ is null and " + seen.ofUnits();
            case ABSENT -> " and " + seen.own() + ofAbsent(parameters);
            case INACTIVE -> " and " + seen.own() + " and " + seen.ofInactive();
            case OVERDUE -> " and " + seen.own() + dueBefore(filter, dueDays.firstInTime(), parameters);
            case TODAY ->
                " and " + seen.own() + dueFrom(parameters) + dueBefore(filter, dueDays.firstAfter(0), parameters);
            case SOON ->
                " and " + seen.own() + dueFrom(parameters) + dueBefore(filter, dueDays.firstAfter(SOON), parameters);
        };
    }

    private String ofAbsent(MapSqlParameterSource parameters) {
        parameters.addValue("today", dueDays.today());
        return OF_ABSENT;
    }

    private String dueFrom(MapSqlParameterSource parameters) {
        parameters.addValue("dueFrom", dueDays.firstInTime().atStartOfDay());
        return " and t.DUE_DATE_ >= :dueFrom";
    }

    /** Several lists may stand in one statement, each with its own day. */
    private static String dueBefore(TaskFilter list, LocalDate day, MapSqlParameterSource parameters) {
        String name = "dueBefore" + list;
        parameters.addValue(name, day.atStartOfDay());
        return " and t.DUE_DATE_ < :" + name;
    }
}
