package vn.outreach.lifecycle.plan.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.EnterpriseUse;
import vn.outreach.register.enterprise.SearchWords;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/**
 * The rows of the yearly plans as they are read; {@link PlanRowWriter} writes them, {@link PlanRowProgress} has them
 * once the plan runs.
 */
@Repository
public class PlanRows implements EnterpriseUse {

    private static final String RANK = "coalesce(p.priority, ranked.priority)";
    public static final Map<String, String> SORTED_BY = Map.ofEntries(
            Map.entry("taxCode", "p.tax_code"),
            Map.entry("name", ofEnterprise("sort_name")),
            Map.entry("zone", ofEnterprise("sort_zone")),
            Map.entry("workers", ofEnterprise("workers")),
            // Within a rank by the place; a rank has fewer than a million rows.
            Map.entry("priority", RANK + " * 1000000 + coalesce(p.rank_place, ranked.place)"),
            Map.entry("responsibleMember", "p.responsible_member"),
            Map.entry("unit", "p.unit"),
            Map.entry("startOn", "p.start_on"),
            Map.entry("dueOn", "p.due_on"),
            Map.entry("status", "p.status"));
    public static final String KEY = "p.tax_code";

    private static final String ENTERPRISE = " join enterprise e on e.tax_code = p.tax_code";
    private static final String OF_YEAR = " where p.plan_year = :year";
    private static final String FROM = " from plan_row p" + ENTERPRISE + OF_YEAR;

    /** With the ranks of a draft, which are kept nowhere, so that they can be sorted and filtered by. */
    private static final String RANKED = """

            left join unnest(cast(:rankedCodes as varchar array), cast(:ranks as integer array), cast(:places as integer array))
                ranked(code, priority, place) on ranked.code = p.tax_code""";

    private static final String SELECT = """
            select p.plan_year, p.tax_code, e.name, e.zone, e.stage, e.workers, p.responsible_member, p.unit, p.partners,
                p.admission_target, p.measures, p.product, p.start_on, p.due_on, p.note, p.carried_from, p.status, p.reason,
                p.priority, p.rank_reason, p.removed_by, p.closing, p.closing_reason""";

    private static final String MOST_URGENT = " order by p.priority nulls last, e.workers desc nulls last, p.tax_code";

    /** Looked up row by row: a join reads the whole register, however few rows a plan has. */
    private static String ofEnterprise(String column) {
        return "(select s." + column + " from enterprise s where s.tax_code = p.tax_code)";
    }

    private final JdbcClient jdbc;

    public PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which rows of a year a list shows; what is null lets every row through.
     *
     * @param unit an id of units.yml; empty for rows that name none, as with {@code responsibleMember}
     * @param measure promised by the row; a row that does not say what it promises promises all but people
     */
    public record Filter(
            @Nullable String unit,
            @Nullable String responsibleMember,
            @Nullable String zone,
            @Nullable Integer priority,
            @Nullable PlanRowStatus status,
            @Nullable Measure measure,
            @Nullable String text) {

        boolean looksIntoTheRegister() {
            return zone != null || text != null;
        }
    }

    /** Every row of the year that counts, the most urgent first; rows without a rank last. */
    public List<PlanRow> of(int year) {
        return of(year, null, null, null, List.of());
    }

    /**
     * The rows of the year that count, the most urgent first: of a unit, member or zone where one is given, empty for
     * rows that name none; and of the zone those of these enterprises, whoever has them.
     */
    public List<PlanRow> of(
            int year,
            @Nullable String unit,
            @Nullable String member,
            @Nullable String zone,
            Collection<String> taxCodes) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("year", year)
                .addValue("codes", new SqlArrayValue("varchar", taxCodes.toArray()));
        StringBuilder held = new StringBuilder();
        same(held, "p.unit", unit, parameters);
        same(held, "p.responsible_member", member, parameters);
        StringBuilder of = new StringBuilder();
        same(of, "e.zone", zone, parameters);
        if (!held.isEmpty()) {
            of.append(" and (1 = 1")
                    .append(held)
                    .append(
                            taxCodes.isEmpty()
                                    ? ")"
                                    : " or p.tax_code in (select code from unnest(cast(:codes as varchar array)) given(code)))");
        }
        return jdbc.sql(SELECT + FROM + " and p.removed_by is null" + of + MOST_URGENT)
                .paramSource(parameters)
                .query(PlanRows::row)
                .list();
    }

    /** Those of these enterprises that the plan has, taken out or not. */
    public List<PlanRow> of(int year, Collection<String> taxCodes) {
        return taxCodes.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + FROM + " and p.tax_code in (:codes)")
                        .param("year", year)
                        .param("codes", taxCodes)
                        .query(PlanRows::row)
                        .list();
    }

    /** @param ranked the rows of a draft as they are ranked today */
    public Page<PlanRow> page(int year, Filter filter, Paging paging, List<RankedRow> ranked) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("year", year)
                .addValue("rankedCodes", array("varchar", ranked, RankedRow::taxCode))
                .addValue("ranks", array("integer", ranked, RankedRow::priority))
                .addValue("places", array("integer", ranked, RankedRow::place));
        String from = " from plan_row p" + (filter.looksIntoTheRegister() ? ENTERPRISE : "") + RANKED + OF_YEAR
                + where(filter, parameters);
        long total = jdbc.sql("select count(*)" + from)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size());
        // The keys are sorted first: sorting whole rows of a large plan takes longer than finding them again.
        List<PlanRow> items = jdbc.sql(SELECT + " from (select p.tax_code as shown_code" + from + " order by "
                        + paging.orderBy() + " offset :offset rows fetch next :size rows only) shown"
                        + " join plan_row p on p.tax_code = shown_code" + ENTERPRISE + RANKED + OF_YEAR + " order by "
                        + paging.orderBy())
                .paramSource(parameters)
                .query(PlanRows::row)
                .list();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** Column by column: the mapper that finds them by name takes longer than the query. */
    private static PlanRow row(ResultSet row, int number) throws SQLException {
        return new PlanRow(
                row.getInt("plan_year"),
                row.getString("tax_code"),
                row.getString("name"),
                row.getString("zone"),
                choice(Stage.class, row.getString("stage")),
                row.getObject("workers", Integer.class),
                row.getString("responsible_member"),
                row.getString("unit"),
                codes(row.getString("partners")),
                row.getObject("admission_target", Integer.class),
                measures(row.getString("measures")),
                row.getString("product"),
                row.getObject("start_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("note"),
                row.getObject("carried_from", Integer.class),
                PlanRowStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("priority", Integer.class),
                row.getString("rank_reason"),
                row.getString("removed_by"),
                choice(RowClosing.class, row.getString("closing")),
                row.getString("closing_reason"));
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> choices, @Nullable String code) {
        return code == null ? null : Enum.valueOf(choices, code);
    }

    private static @Nullable List<String> codes(@Nullable String kept) {
        return kept == null ? null : List.of(kept.split(","));
    }

    private static @Nullable List<Measure> measures(@Nullable String kept) {
        List<String> codes = codes(kept);
        return codes == null ? null : codes.stream().map(Measure::valueOf).toList();
    }

    private static SqlArrayValue array(String type, List<RankedRow> ranked, Function<RankedRow, Object> value) {
        return new SqlArrayValue(type, ranked.stream().map(value).toArray());
    }

    private static String where(Filter filter, MapSqlParameterSource parameters) {
        StringBuilder where = new StringBuilder(SearchWords.of(filter.text()).condition("e", parameters));
        same(where, "p.unit", filter.unit(), parameters);
        same(where, "p.responsible_member", filter.responsibleMember(), parameters);
        same(where, "e.zone", filter.zone(), parameters);
        if (filter.priority() != null) {
            where.append(" and ").append(RANK).append(" = :priority");
            parameters.addValue("priority", filter.priority());
        }
        same(where, "p.status", filter.status() == null ? null : filter.status().name(), parameters);
        Measure measure = filter.measure();
        if (measure != null && measure.countsPeople()) {
            where.append(" and p.admission_target > 0");
        } else if (measure != null) {
            // The codes are none a part of another.
            where.append(" and (p.measures is null or p.measures like :measure)");
            parameters.addValue("measure", "%" + measure.name() + "%");
        }
        return where.toString();
    }

    private static void same(
            StringBuilder where, String column, @Nullable Object value, MapSqlParameterSource parameters) {
        if ("".equals(value)) {
            where.append(" and ").append(column).append(" is null");
        } else if (value != null) {
            String name = column.replace('.', '_');
            where.append(" and ").append(column).append(" = :").append(name);
            parameters.addValue(name, value);
        }
    }

    /**
     * How many enterprises of the plan promise each measure; of admissions how many people the rows name. A row that
     * does not say what it promises promises every measure.
     */
    public Map<Measure, Integer> promised(int year) {
        Map<Measure, Integer> promised = new EnumMap<>(Measure.class);
        jdbc.sql("""
                select p.measures, count(*) as rows_of_them, coalesce(sum(p.admission_target), 0) as people
                from plan_row p where p.plan_year = ? and p.removed_by is null group by p.measures""").param(year).query(row -> {
            String measures = row.getString("measures");
            for (Measure measure : Measure.values()) {
                int more = measure.countsPeople()
                        ? row.getInt("people")
                        : measures == null || measures.contains(measure.name()) ? row.getInt("rows_of_them") : 0;
                promised.merge(measure, more, Integer::sum);
            }
        });
        return promised;
    }

    /** What the plan of a year wants to reach; empty where nobody has begun it. */
    public Optional<PlanTargets> targets(int year) {
        return jdbc.sql("""
                select target_surveys as surveys, target_meetings as meetings, target_unions as unions,
                    target_cells as cells, target_admissions as admissions from plan where plan_year = ?""").param(year).query(PlanTargets.class).optional();
    }

    @Override
    public boolean refersTo(String taxCode) {
        return jdbc.sql("select exists (select 1 from plan_row where tax_code = ?)")
                .param(taxCode)
                .query(Boolean.class)
                .single();
    }
}
