package vn.outreach.register.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Finds ledger rows for lists. Rows of admissions are left out for those who may not read them. */
@Repository
class OutcomeSearch {

    static final Map<String, String> SORTED_BY =
            Map.of("id", "id", "occurredOn", "occurred_on", "recordedAt", "recorded_at", "taxCode", "tax_code");
    /** Those that each row has: a list can be read on from any row of them. */
    static final Map<String, String> WALKED_BY = Map.of("id", "id", "occurredOn", "occurred_on");

    static final String KEY = "id";

    /** A filter that is null lets every row through. */
    record Filter(
            @Nullable String enterprise,
            @Nullable String phase,
            @Nullable String step,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            AdmissionVisibility visibility) {}

    private final JdbcClient jdbc;
    private final OutcomeRows rows;

    OutcomeSearch(JdbcClient jdbc, OutcomeRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Page<Outcome> find(Filter filter, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(filter, parameters);
        long total = jdbc.sql("select count(*) from outcome" + where)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size());
        List<Outcome> items = outcomes(
                where + " order by " + paging.orderBy() + " offset :offset rows fetch next :size rows only",
                parameters);
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    KeyPage<Outcome> find(Filter filter, KeyPaging<Long> paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(filter, parameters) + paging.condition("outcome");
        parameters.addValue("after", paging.after()).addValue("size", paging.read());
        return KeyPage.of(outcomes(where + paging.order(), parameters), paging.size(), Outcome::id);
    }

    private List<Outcome> outcomes(String whereAndOrder, MapSqlParameterSource parameters) {
        return jdbc.sql("select " + OutcomeRows.COLUMNS + " from outcome" + whereAndOrder)
                .paramSource(parameters)
                .query(rows)
                .list();
    }

    Optional<Outcome> find(long id, AdmissionVisibility visibility) {
        String seen = visibility.withoutThoseOfOtherCells("tax_code", "outcome.candidate_ref");
        return jdbc.sql("select " + OutcomeRows.COLUMNS + " from outcome where id = :id" + seen)
                .param("id", id)
                .params(visibility.parameters())
                .query(rows)
                .optional()
                .filter(row -> row.candidateRef() == null && !isAdmission(row) || visibility.covers(row.taxCode()));
    }

    private static boolean isAdmission(Outcome row) {
        return ProcessKeys.MEMBER_ADMISSION.equals(row.phase());
    }

    private static String where(Filter filter, MapSqlParameterSource parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        add(where, parameters, " and tax_code = :enterprise", "enterprise", filter.enterprise());
        add(where, parameters, " and phase = :phase", "phase", filter.phase());
        add(where, parameters, " and step = :step", "step", filter.step());
        add(where, parameters, " and occurred_on >= :from", "from", filter.from());
        add(where, parameters, " and occurred_on <= :to", "to", filter.to());
        if (!filter.visibility().all()) {
            where.append(" and (phase <> '" + ProcessKeys.MEMBER_ADMISSION + "' and candidate_ref is null");
            add(
                    where,
                    parameters,
                    " or tax_code in (:own)",
                    "own",
                    filter.visibility().isNone() ? null : filter.visibility().taxCodes());
            where.append(")");
        }
        parameters.addValues(filter.visibility().parameters());
        return where.append(filter.visibility().withoutThoseOfOtherCells("tax_code", "outcome.candidate_ref"))
                .toString();
    }

    private static void add(
            StringBuilder where,
            MapSqlParameterSource parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.addValue(name, value);
        }
    }
}
