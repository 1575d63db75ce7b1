package vn.outreach.lifecycle.plan.row;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The versions of a plan's rows, as they are read. */
@Repository
public class PlanRowChanges {

    public static final String NEWEST_FIRST = "c.id desc";

    private final JdbcClient jdbc;

    PlanRowChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One field of one row.
     *
     * @param field {@code taxCode} where the row came or went as a whole
     * @param amendment the number of the amendment that changed it; null in a draft
     */
    public record Change(
            long id,
            String taxCode,
            @Nullable String name,
            String field,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String reason,
            @Nullable Integer amendment,
            String changedBy,
            OffsetDateTime changedAt) {}

    public Page<Change> of(int year, @Nullable String taxCode, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("year", year).addValue("taxCode", taxCode);
        String from =
                " from plan_row_change c left join enterprise e on e.tax_code = c.tax_code where c.plan_year = :year"
                        + (taxCode == null ? "" : " and c.tax_code = :taxCode");
        long total = jdbc.sql("select count(*)" + from)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size());
        List<Change> items = jdbc.sql("""
                select c.id, c.tax_code, e.name, c.field, c.old_value, c.new_value, c.reason, c.amendment_id as amendment,
                    c.changed_by, c.changed_at""" + from + " order by " + paging.orderBy()
                        + " offset :offset rows fetch next :size rows only")
                .paramSource(parameters)
                .query(Change.class)
                .list();
        return new Page<>(items, paging.page(), paging.size(), total);
    }
}
