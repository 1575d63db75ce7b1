package vn.outreach.work.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.work.task.TaskLine.Enterprise;
import vn.outreach.work.task.TaskLine.Person;

/** What one statement reads of an open task; {@code enterprise} and {@code person} are null where there is none. */
record TaskRow(
        String id,
        String name,
        String phase,
        String phaseName,
        String step,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime dueAt,
        int priority,
        @Nullable Person person,
        @Nullable Enterprise enterprise) {

    @Nullable
    String taxCode() {
        return enterprise == null ? null : enterprise.taxCode();
    }

    static TaskRow read(ResultSet row, int number) throws SQLException {
        LocalDateTime dueAt = row.getObject("due_at", LocalDateTime.class);
        return new TaskRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("phase"),
                row.getString("phase_name"),
                row.getString("step").replaceFirst("^userTask_", ""),
                moment(row.getObject("created_at", LocalDateTime.class)),
                dueAt == null ? null : moment(dueAt),
                row.getInt("priority"),
                person(row),
                enterprise(row));
    }

    private static @Nullable Person person(ResultSet row) throws SQLException {
        String id = row.getString("assignee");
        if (id == null) {
            return null;
        }
        String name = (text(row, "first_name") + " " + text(row, "last_name")).strip();
        return new Person(id, name.isEmpty() ? id : name);
    }

    private static @Nullable Enterprise enterprise(ResultSet row) throws SQLException {
        String taxCode = row.getString("tax_code");
        if (taxCode == null) {
            return null;
        }
        Stage stage = Stage.valueOf(row.getString("stage"));
        return new Enterprise(
                taxCode,
                row.getString("enterprise"),
                row.getString("zone"),
                row.getObject("workers", Integer.class),
                stage,
                stage.label());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** The engine's columns know no zone; they are written in the office's. */
    private static OffsetDateTime moment(LocalDateTime local) {
        return local.atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
