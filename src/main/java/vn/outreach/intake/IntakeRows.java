package vn.outreach.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The rows of lists, as they are read, answered and written. */
@Repository
class IntakeRows {

    private static final TypeReference<Map<String, Cell>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final String COLUMNS =
            "select number, sheet, line, zone_line, state, tax_code, cells, findings, changes,"
                    + " answers, compared_with, applied_at, written_over, written_version, undone_at, not_undone from intake_row";
    private static final String TO_WRITE = " and state in ('NEW', 'CHANGED') and applied_at is null";

    /**
     * A row as it is kept.
     *
     * @param cells what the file or a person says, by the names of fields
     */
    record Kept(
            int number,
            String sheet,
            int line,
            @Nullable String zoneLine,
            RowState state,
            @Nullable String taxCode,
            Map<String, Cell> cells,
            List<Finding> findings,
            List<Change> changes,
            Map<String, String> answers,
            @Nullable Integer comparedWith,
            @Nullable Instant appliedAt,
            @Nullable String writtenOver,
            @Nullable Integer writtenVersion,
            @Nullable Instant undoneAt,
            @Nullable String notUndone) {

        IntakeRow row(Map<String, String> values) {
            return new IntakeRow(number, sheet, line, zoneLine, values, answers, comparedWith);
        }

        /** The row with other cells or answers, before it is judged anew. */
        Kept with(Map<String, Cell> otherCells, Map<String, String> otherAnswers) {
            return new Kept(
                    number,
                    sheet,
                    line,
                    zoneLine,
                    state,
                    taxCode,
                    otherCells,
                    findings,
                    changes,
                    otherAnswers,
                    comparedWith,
                    appliedAt,
                    writtenOver,
                    writtenVersion,
                    undoneAt,
                    notUndone);
        }

        Kept with(Judged judged) {
            return new Kept(
                    number,
                    sheet,
                    line,
                    zoneLine,
                    judged.state(),
                    judged.taxCode(),
                    cells,
                    judged.findings(),
                    judged.changes(),
                    answers,
                    judged.version(),
                    appliedAt,
                    writtenOver,
                    writtenVersion,
                    undoneAt,
                    notUndone);
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    IntakeRows(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(long intake, List<Kept> rows) {
        batches.batchUpdate("""
                insert into intake_row (intake_id, number, sheet, line, zone_line, state, tax_code, cells, findings, changes,
                    answers, compared_with) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, 500, (statement, row) -> {
            statement.setLong(1, intake);
            statement.setInt(2, row.number);
            statement.setString(3, row.sheet);
            statement.setInt(4, row.line);
            statement.setString(5, row.zoneLine);
            statement.setString(6, row.state.name());
            statement.setString(7, row.taxCode);
            statement.setString(8, text(row.cells));
            statement.setString(9, text(row.findings));
            statement.setString(10, text(row.changes));
            statement.setString(11, text(row.answers));
            statement.setObject(12, row.comparedWith);
        });
    }

    void deleteAll(long intake) {
        jdbc.sql("delete from intake_row where intake_id = ?").param(intake).update();
    }

    /** Rows in the order of the file; of one state, or of all. */
    Page<Kept> page(long intake, @Nullable RowState state, Paging paging) {
        String where = " where intake_id = :intake" + (state == null ? "" : " and state = :state");
        long total = with(jdbc.sql("select count(*) from intake_row" + where), intake, state)
                .query(Long.class)
                .single();
        List<Kept> rows = with(
                        jdbc.sql(COLUMNS + where + " order by number offset :offset rows fetch next :size rows only"),
                        intake,
                        state)
                .param("offset", paging.offset())
                .param("size", paging.size())
                .query(this::read)
                .list();
        return new Page<>(rows, paging.page(), paging.size(), total);
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, long intake, @Nullable RowState state) {
        JdbcClient.StatementSpec given = statement.param("intake", intake);
        return state == null ? given : given.param("state", state.name());
    }

    Optional<Kept> find(long intake, int number) {
        return jdbc.sql(COLUMNS + " where intake_id = ? and number = ?")
                .params(intake, number)
                .query(this::read)
                .optional();
    }

    /** The rows with these tax codes but one, in the order of the file. */
    List<Kept> ofTaxCodes(long intake, Collection<String> taxCodes, int butNumber) {
        return taxCodes.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + " where intake_id = ? and tax_code = any(?) and number <> ? order by number")
                        .params(intake, new SqlArrayValue("varchar", taxCodes.toArray()), butNumber)
                        .query(this::read)
                        .list();
    }

    List<Kept> all(long intake) {
        return jdbc.sql(COLUMNS + " where intake_id = ? order by number")
                .param(intake)
                .query(this::read)
                .list();
    }

    /** Rows of a list that are still to be written, in the order in which their enterprises are locked. */
    List<Kept> toWrite(long intake, int atMost) {
        return jdbc.sql(COLUMNS + " where intake_id = ?" + TO_WRITE
                        + " order by tax_code, number fetch first ? rows only")
                .params(intake, atMost)
                .query(this::read)
                .list();
    }

    /** A row if it is still to be written. */
    Optional<Kept> findToWrite(long intake, int number) {
        return jdbc.sql(COLUMNS + " where intake_id = ? and number = ?" + TO_WRITE)
                .params(intake, number)
                .query(this::read)
                .optional();
    }

    /** Rows that were written and not taken back yet, behind one of them. */
    List<Kept> written(long intake, int after, int atMost) {
        return jdbc.sql(COLUMNS + " where intake_id = ? and applied_at is not null and undone_at is null and number > ?"
                        + " order by number fetch first ? rows only")
                .params(intake, after, atMost)
                .query(this::read)
                .list();
    }

    /**
     * How many rows a list has.
     *
     * @param counts by their states
     */
    record Sums(Map<RowState, Integer> counts, int toWrite, int written, int undone, int notUndone) {

        static final Sums NONE = new Sums(Map.of(), 0, 0, 0, 0);

        private Sums with(RowState state, ResultSet row) throws SQLException {
            Map<RowState, Integer> more = new EnumMap<>(RowState.class);
            more.putAll(counts);
            more.put(state, row.getInt("all_rows"));
            int applied = row.getInt("written");
            return new Sums(
                    more,
                    toWrite + (state.isWritten() ? row.getInt("all_rows") - applied : 0),
                    written + applied,
                    undone + row.getInt("undone"),
                    notUndone + row.getInt("not_undone"));
        }
    }

    Sums sums(long intake) {
        return sums(List.of(intake)).getOrDefault(intake, Sums.NONE);
    }

    /** The sums of several lists, in one question; one without rows is missing. */
    Map<Long, Sums> sums(Collection<Long> intakes) {
        Map<Long, Sums> sums = new HashMap<>();
        jdbc.sql("""
                select intake_id, state, count(*) as all_rows, count(applied_at) as written, count(undone_at) as undone,
                    count(not_undone) as not_undone
                from intake_row where intake_id = any(:intakes) group by intake_id, state""")
                .param("intakes", new SqlArrayValue("bigint", intakes.toArray()))
                .query(row -> {
                    RowState state = RowState.valueOf(row.getString("state"));
                    sums.put(
                            row.getLong("intake_id"),
                            sums.getOrDefault(row.getLong("intake_id"), Sums.NONE)
                                    .with(state, row));
                });
        return sums;
    }

    /** Writes what is known of these rows now. */
    void judged(long intake, List<Kept> rows) {
        batches.batchUpdate("""
                update intake_row set state = ?, tax_code = ?, cells = ?, findings = ?, changes = ?, answers = ?, compared_with = ?
                where intake_id = ? and number = ?""", rows, 500, (statement, row) -> {
            statement.setString(1, row.state.name());
            statement.setString(2, row.taxCode);
            statement.setString(3, text(row.cells));
            statement.setString(4, text(row.findings));
            statement.setString(5, text(row.changes));
            statement.setString(6, text(row.answers));
            statement.setObject(7, row.comparedWith);
            statement.setLong(8, intake);
            statement.setInt(9, row.number);
        });
    }

    void written(long intake, List<IntakeTarget.Written> rows, Instant at) {
        batches.batchUpdate("""
                update intake_row set applied_at = ?, written_over = ?, written_version = ?, tax_code = ?
                where intake_id = ? and number = ?""", rows, 500, (statement, row) -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, row.before());
            statement.setObject(3, row.version());
            statement.setString(4, row.judged().taxCode());
            statement.setLong(5, intake);
            statement.setInt(6, row.number());
        });
    }

    void takenBack(long intake, int number, Instant at, @Nullable String whyNot) {
        jdbc.sql("update intake_row set undone_at = ?, not_undone = ? where intake_id = ? and number = ?")
                .params(whyNot == null ? Timestamp.from(at) : null, whyNot, intake, number)
                .update();
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getInt("number"),
                row.getString("sheet"),
                row.getInt("line"),
                row.getString("zone_line"),
                RowState.valueOf(row.getString("state")),
                row.getString("tax_code"),
                value(row.getString("cells"), CELLS),
                value(row.getString("findings"), FINDINGS),
                value(row.getString("changes"), CHANGES),
                value(row.getString("answers"), ANSWERS),
                row.getObject("compared_with", Integer.class),
                instant(row, "applied_at"),
                row.getString("written_over"),
                row.getObject("written_version", Integer.class),
                instant(row, "undone_at"),
                row.getString("not_undone"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T value(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
