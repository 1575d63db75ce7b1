package vn.outreach.lifecycle.plan.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.web.SentAgain;

/** The amendments of approved plans, and what changed in rows, as they are kept. */
@Repository
class PlanAmendments {

    private static final String SELECT =
            "select id, plan_year, status, applied, changes, reason, made_by, made_at, decided_by,"
                    + " decided_at, decision_reason from plan_amendment";
    private static final TypeReference<Map<String, Object>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PlanAmendments(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @return the number of the amendment */
    int add(int year, boolean applied, Map<String, Object> changes, String reason, String madeBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into plan_amendment (plan_year, status, applied, changes, reason, made_by, made_at)"
                        + " values (?, 'SUBMITTED', ?, ?, ?, ?, ?)")
                .params(year, applied, written(changes), reason, madeBy, now())
                .update(id, "id");
        return id.getKeyAs(Integer.class);
    }

    /** What the same person sent just before for the same reason, and nobody has decided yet: the newest first. */
    List<PlanAmendment> sentBefore(int year, boolean applied, String reason, String madeBy) {
        return jdbc.sql(SELECT + " where plan_year = ? and applied = ? and reason = ? and made_by = ?"
                        + " and status = 'SUBMITTED' and made_at >= ? order by id desc")
                .params(year, applied, reason, madeBy, SentAgain.since(clock))
                .query(this::row)
                .list();
    }

    /** Changes as they come back from where they are kept. */
    Map<String, Object> asKept(Map<String, Object> changes) {
        return read(written(changes));
    }

    /** The amendment, held until the transaction ends. */
    PlanAmendment lock(int id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(this::row)
                .single();
    }

    /** The newest first. */
    List<PlanAmendment> of(int year) {
        return jdbc.sql(SELECT + " where plan_year = ? order by id desc")
                .param(year)
                .query(this::row)
                .list();
    }

    void decided(int id, AmendmentStatus status, String user, @Nullable String reason) {
        jdbc.sql(
                        "update plan_amendment set status = ?, decided_by = ?, decided_at = ?, decision_reason = ? where id = ?")
                .params(status.name(), user, now(), reason, id)
                .update();
    }

    private PlanAmendment row(ResultSet row, int number) throws SQLException {
        return new PlanAmendment(
                row.getInt("id"),
                row.getInt("plan_year"),
                AmendmentStatus.valueOf(row.getString("status")),
                row.getBoolean("applied"),
                read(row.getString("changes")),
                row.getString("reason"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("decision_reason"));
    }

    private Map<String, Object> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An amendment's changes cannot be read", unreadable);
        }
    }

    private String written(Map<String, Object> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An amendment's changes cannot be kept", unwritable);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
