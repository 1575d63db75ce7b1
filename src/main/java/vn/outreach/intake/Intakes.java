package vn.outreach.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.intake.Intake.Mode;
import vn.outreach.intake.Intake.ReadSheet;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Lists that arrived, with their files and what their columns mean. */
@Repository
class Intakes {

    private static final TypeReference<List<ReadSheet>> SHEETS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String COLUMNS =
            "select id, kind, state, plan_year, as_of, file_name, tables_read, sent_by, sent_at,"
                    + " apply_mode, applied_by, applied_at, failure, undone_by, undone_at, undo_reason from intake";
    /** Small enough for a column of bytes of either database. */
    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Intakes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(Intake intake) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into intake (kind, state, plan_year, as_of, file_name, tables_read, sent_by, sent_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        intake.kind().name(),
                        intake.state().name(),
                        intake.planYear(),
                        intake.asOf(),
                        intake.fileName(),
                        text(intake.sheets()),
                        intake.sentBy(),
                        Timestamp.from(intake.sentAt()))
                .update(key, "id");
        return key.getKey().longValue();
    }

    void keepFile(long intake, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] content = in.readNBytes(PART); content.length > 0; content = in.readNBytes(PART)) {
                jdbc.sql("insert into intake_file (intake_id, part, content) values (?, ?, ?)")
                        .params(intake, part++, content)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the sender's file to that path; false where it is no longer kept. */
    boolean fetchFile(long intake, Path to) {
        int[] parts = {0};
        try (OutputStream out = Files.newOutputStream(to)) {
            jdbc.sql("select content from intake_file where intake_id = ? order by part")
                    .param(intake)
                    .query(row -> {
                        parts[0]++;
                        try {
                            out.write(row.getBytes(1));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts[0] > 0;
    }

    void forgetFile(long intake) {
        jdbc.sql("delete from intake_file where intake_id = ?").param(intake).update();
    }

    /** Forgets files of lists that were sent, and applied if they were, before that. */
    void forgetFilesBefore(Instant before) {
        jdbc.sql("""
                delete from intake_file where intake_id in (
                    select i.id from intake i where i.sent_at < :before and coalesce(i.applied_at, i.sent_at) < :before)""").param("before", Timestamp.from(before)).update();
    }

    Optional<Intake> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(this::read).optional();
    }

    Intake require(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The list as it is now, held until the transaction ends. */
    Intake lock(long id) {
        return jdbc.sql(COLUMNS + " where id = ? for update")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** Lists that are being written, the oldest first. */
    List<Long> applying() {
        return jdbc.sql("select id from intake where state = 'APPLYING' order by applied_at, id")
                .query(Long.class)
                .list();
    }

    /** The list, held until the transaction ends; empty where another node writes it, or nobody any more. */
    Optional<Intake> takeApplying(long id) {
        return jdbc.sql(COLUMNS + " where id = ? and state = 'APPLYING' for update skip locked")
                .param(id)
                .query(this::read)
                .optional();
    }

    Page<Intake> page(Collection<IntakeKind> kinds, Paging paging) {
        List<String> names = kinds.stream().map(Enum::name).toList();
        long total = jdbc.sql("select count(*) from intake where kind in (:kinds)")
                .param("kinds", names)
                .query(Long.class)
                .single();
        List<Intake> items = jdbc.sql(COLUMNS
                        + " where kind in (:kinds) order by id desc offset :offset rows fetch next :size rows only")
                .param("kinds", names)
                .param("offset", paging.offset())
                .param("size", paging.size())
                .query(this::read)
                .list();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** Another list of the kind that is being written now. */
    Optional<Intake> applyingOf(IntakeKind kind, @Nullable Integer planYear) {
        return jdbc.sql(COLUMNS + " where state = 'APPLYING' and kind = ?"
                        + " and (plan_year is null or plan_year = ?) order by id fetch first 1 rows only")
                .params(kind.name(), planYear)
                .query(this::read)
                .optional();
    }

    void state(long id, IntakeState state) {
        jdbc.sql("update intake set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    void sheets(long id, IntakeState state, List<ReadSheet> sheets) {
        jdbc.sql("update intake set state = ?, tables_read = ? where id = ?")
                .params(state.name(), text(sheets), id)
                .update();
    }

    void applying(long id, Mode mode, String person, Instant at) {
        jdbc.sql(
                        "update intake set state = 'APPLYING', apply_mode = ?, applied_by = ?, applied_at = ?, failure = null where id = ?")
                .params(mode.name(), person, Timestamp.from(at), id)
                .update();
    }

    void failed(long id, IntakeState state, String sentence) {
        jdbc.sql("update intake set state = ?, failure = ? where id = ?")
                .params(state.name(), sentence, id)
                .update();
    }

    void undone(long id, String person, Instant at, String reason) {
        jdbc.sql("update intake set state = 'UNDONE', undone_by = ?, undone_at = ?, undo_reason = ? where id = ?")
                .params(person, Timestamp.from(at), reason, id)
                .update();
    }

    /** What the columns below this header meant to a person before: fields by letters; none where nobody said. */
    Map<String, String> fields(IntakeKind kind, String header) {
        return jdbc.sql("select fields from intake_header where kind = ? and header = ?")
                .params(kind.name(), header)
                .query(String.class)
                .optional()
                .map(text -> value(text, FIELDS))
                .orElse(Map.of());
    }

    void remember(IntakeKind kind, String header, Map<String, String> fields) {
        jdbc.sql("delete from intake_header where kind = ? and header = ?")
                .params(kind.name(), header)
                .update();
        jdbc.sql("insert into intake_header (kind, header, fields) values (?, ?, ?)")
                .params(kind.name(), header, text(fields))
                .update();
    }

    private Intake read(ResultSet row, int number) throws SQLException {
        String mode = row.getString("apply_mode");
        return new Intake(
                row.getLong("id"),
                IntakeKind.valueOf(row.getString("kind")),
                IntakeState.valueOf(row.getString("state")),
                row.getObject("plan_year", Integer.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("file_name"),
                value(row.getString("tables_read"), SHEETS),
                row.getString("sent_by"),
                row.getTimestamp("sent_at").toInstant(),
                mode == null ? null : Mode.valueOf(mode),
                row.getString("applied_by"),
                instant(row, "applied_at"),
                row.getString("failure"),
                row.getString("undone_by"),
                instant(row, "undone_at"),
                row.getString("undo_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private <T> T value(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal unknown(long id) {
        return Refusal.unknown("intake-unknown", "Không có danh sách số %d.".formatted(id));
    }
}
