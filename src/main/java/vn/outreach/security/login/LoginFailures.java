package vn.outreach.security.login;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.Upsert;

/** The table of wrong passwords. Shared by all nodes, and a restart forgets nothing. */
@Repository
class LoginFailures {

    /** What is known of one account at one source. */
    record Row(
            String account,
            String source,
            int failures,
            OffsetDateTime lastAt,
            @Nullable OffsetDateTime lockedUntil) {

        boolean isLockedAt(Instant now) {
            return lockedUntil != null && lockedUntil.toInstant().isAfter(now);
        }

        /** Until when somebody waits who failed then, as long as this row's own last failure waits. */
        Instant waitAfter(Instant failure) {
            return failure.plus(Duration.between(lastAt, lockedUntil));
        }
    }

    private static final String COLUMNS = "account, source, failures, last_at, locked_until";

    private final JdbcClient jdbc;
    private final Upsert upsert;

    LoginFailures(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    Optional<Row> find(String account, String source) {
        return jdbc.sql("select " + COLUMNS + " from login_failure where account = ? and source = ?")
                .params(account, source)
                .query((row, number) -> row(row))
                .optional();
    }

    List<Row> lockedAt(Instant now) {
        return jdbc.sql("select " + COLUMNS
                        + " from login_failure where locked_until > ? order by locked_until desc, account, source"
                        + " fetch first 500 rows only")
                .param(at(now))
                .query((row, number) -> row(row))
                .list();
    }

    /** Counts one more and locks until then; false when there is no row yet. */
    boolean update(String account, String source, int failures, Instant now, @Nullable Instant lockedUntil) {
        return jdbc.sql("update login_failure set failures = case when failures >= ? then failures + 1 else ? end,"
                                + " last_at = ?, locked_until = ? where account = ? and source = ?")
                        .params(failures, failures, at(now), at(lockedUntil), account, source)
                        .update()
                > 0;
    }

    /** The first of an account at a source; one that came at the same moment is counted too. */
    void first(String account, String source, Instant now) {
        upsert.write(
                () -> jdbc.sql(
                                "update login_failure set failures = failures + 1, last_at = ? where account = ? and source = ?")
                        .params(at(now), account, source)
                        .update(),
                () -> jdbc.sql("insert into login_failure (last_at, account, source, failures) values (?, ?, ?, 1)")
                        .params(at(now), account, source)
                        .update());
    }

    int delete(String account) {
        return jdbc.sql("delete from login_failure where account = ?")
                .param(account)
                .update();
    }

    void delete(String account, String source) {
        jdbc.sql("delete from login_failure where account = ? and source = ?")
                .params(account, source)
                .update();
    }

    void deleteBefore(Instant then) {
        jdbc.sql("delete from login_failure where last_at < ?").param(at(then)).update();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new Row(
                row.getString("account"),
                row.getString("source"),
                row.getInt("failures"),
                local(row.getObject("last_at", OffsetDateTime.class)),
                lockedUntil == null ? null : local(lockedUntil));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
