package vn.outreach.security.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code audit}: rows are appended and read, never changed. The database numbers and chains them. */
@Repository
class AuditRows {

    private static final String INSERT = """
            insert into audit (recorded_at, user_id, source_address, action, subject_type, subject, property,
                old_value, new_value, content_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String COLUMNS =
            "id, recorded_at, user_id, source_address, action, subject_type, subject, property, old_value,"
                    + " new_value, content_hash, hash";

    private final JdbcTemplate jdbc;

    AuditRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the chain ends, and the last row that there is: the same, unless somebody was at the table. */
    record End(long id, String hash, long lastId) {}

    /** Appends in the present transaction; from here to its end, whoever else appends waits. */
    void append(List<AuditRow> rows) {
        if (rows.size() == 1) {
            jdbc.update(INSERT, values(rows.get(0)));
        } else if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows.stream().map(AuditRows::values).toList());
        }
    }

    /** In one statement: both ends as of the same moment. Where the row that keeps the end is gone, no hash matches. */
    End end() {
        return jdbc.queryForObject("""
                select coalesce((select max(id) from audit), 0) as last_id, (select id from audit_head) as head_id,
                    (select hash from audit_head) as head_hash""", (row, number) -> {
            long lastId = row.getLong("last_id");
            String hash = row.getString("head_hash");
            return hash == null ? new End(lastId, "", lastId) : new End(row.getLong("head_id"), hash, lastId);
        });
    }

    static AuditRow read(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("user_id"),
                row.getString("source_address"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getString("property"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("content_hash"),
                row.getString("hash"));
    }

    private static Object[] values(AuditRow row) {
        return new Object[] {
            row.recordedAt().atOffset(ZoneOffset.UTC),
            row.userId(),
            row.sourceAddress(),
            row.action(),
            row.subjectType(),
            row.subject(),
            row.property(),
            row.oldValue(),
            row.newValue(),
            row.contentHash()
        };
    }
}
