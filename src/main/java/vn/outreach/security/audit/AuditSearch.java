package vn.outreach.security.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Finds rows of the audit, a page of them or one after the other. */
@Repository
class AuditSearch {

    static final Map<String, String> SORTED_BY = Map.of(
            "id", "id", "recordedAt", "recorded_at", "user", "user_id", "action", "action", "subject", "subject");
    /** Newest first, where nothing else is asked for. */
    static final String KEY = "id desc";

    static final int CHUNK = 1000;

    private static final ZoneId ZONE = OutreachApplication.ZONE.toZoneId();

    /** A filter that is null lets every row through. */
    record Filter(
            @Nullable String user,
            @Nullable AuditAction action,
            @Nullable String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static final Filter NONE = new Filter(null, null, null, null, null);
    }

    private final JdbcClient jdbc;

    AuditSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<AuditRow> find(Filter filter, Paging paging) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String where = where(filter, parameters);
        long total = jdbc.sql("select count(*) from audit" + where)
                .paramSource(parameters)
                .query(Long.class)
                .single();
        parameters.addValue("offset", paging.offset()).addValue("size", paging.size());
        List<AuditRow> rows = jdbc.sql("select " + AuditRows.COLUMNS + " from audit" + where + " order by "
                        + paging.orderBy() + " offset :offset rows fetch next :size rows only")
                .paramSource(parameters)
                .query(AuditRows::read)
                .list();
        return new Page<>(rows, paging.page(), paging.size(), total);
    }

    /**
     * Every row up to this number, oldest first. Read in chunks, each a short statement: no more than one chunk is in
     * memory, and however slowly somebody takes the rows, no connection, snapshot or turn is held for it.
     */
    void each(Filter filter, long lastId, Consumer<AuditRow> reader) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("lastId", lastId).addValue("size", CHUNK);
        String sql = "select " + AuditRows.COLUMNS + " from audit" + where(filter, parameters)
                + " and id > :after and id <= :lastId order by id fetch first :size rows only";
        long after = Long.MIN_VALUE;
        List<AuditRow> chunk;
        do {
            chunk = jdbc.sql(sql)
                    .paramSource(parameters.addValue("after", after))
                    .query(AuditRows::read)
                    .list();
            chunk.forEach(reader);
            after = chunk.isEmpty() ? after : chunk.get(chunk.size() - 1).id();
        } while (chunk.size() == CHUNK);
    }

    private static String where(Filter filter, MapSqlParameterSource parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        add(where, parameters, " and user_id = :user", "user", filter.user());
        add(
                where,
                parameters,
                " and action = :action",
                "action",
                filter.action() == null ? null : filter.action().name());
        add(where, parameters, " and subject = :subject", "subject", filter.subject());
        add(where, parameters, " and recorded_at >= :from", "from", morning(filter.from()));
        add(
                where,
                parameters,
                " and recorded_at < :to",
                "to",
                filter.to() == null ? null : morning(filter.to().plusDays(1)));
        return where.toString();
    }

    private static @Nullable OffsetDateTime morning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZONE).toOffsetDateTime();
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
