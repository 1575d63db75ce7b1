package vn.outreach.register.enterprise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Finds enterprises for lists. A filter that is null lets every enterprise through. */
@Repository
class EnterpriseSearch {

    static final Map<String, String> SORTED_BY = Map.of(
            "taxCode",
            "tax_code",
            "name",
            "sort_name",
            "zone",
            "sort_zone",
            "workers",
            "workers",
            "stage",
            "stage",
            "priority",
            "priority",
            "responsibleMember",
            "responsible_member");

    /** Those that each enterprise has: a list can be read on from any row of them. */
    static final Map<String, String> WALKED_BY = Map.of("taxCode", "tax_code", "name", "sort_name");

    static final String KEY = "tax_code";

    record Filter(
            @Nullable String text,
            @Nullable String zone,
            @Nullable Stage stage,
            @Nullable String responsibleMember,
            Integer planYear) {}

    private final JdbcClient jdbc;

    EnterpriseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<EnterpriseSummary> find(Filter filter, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(filter, parameters);
        long total = jdbc.sql("select count(*) from enterprise e" + where)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size());
        List<EnterpriseSummary> items = summaries(
                where + " order by " + paging.orderBy() + " offset :offset rows fetch next :size rows only",
                parameters);
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    KeyPage<EnterpriseSummary> find(Filter filter, KeyPaging<String> paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(filter, parameters) + paging.condition("enterprise");
        parameters.addValue("after", paging.after()).addValue("size", paging.read());
        return KeyPage.of(summaries(where + paging.order(), parameters), paging.size(), EnterpriseSummary::taxCode);
    }

    private List<EnterpriseSummary> summaries(String whereAndOrder, MapSqlParameterSource parameters) {
        return jdbc.sql("""
                select tax_code as taxCode, name, zone, workers, stage, priority,
                    responsible_member as responsibleMember from enterprise e""" + whereAndOrder)
                .paramSource(parameters)
                .query(EnterpriseSummary.class)
                .list();
    }

    private static String where(Filter filter, MapSqlParameterSource parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        where.append(SearchWords.of(filter.text()).condition("e", parameters));
        if (filter.zone() != null) {
            where.append(" and zone = :zone");
            parameters.addValue("zone", filter.zone());
        }
        if (filter.stage() != null) {
            where.append(" and stage = :stage");
            parameters.addValue("stage", filter.stage().name());
        }
        if (filter.responsibleMember() != null) {
            where.append(" and responsible_member = :member");
            parameters.addValue("member", filter.responsibleMember());
        }
        if (filter.planYear() != null) {
            where.append("""
                     and exists (select 1 from approved_plan_row p where p.tax_code = e.tax_code
                    and p.plan_year = :planYear)""");
            parameters.addValue("planYear", filter.planYear());
        }
        return where.toString();
    }
}
