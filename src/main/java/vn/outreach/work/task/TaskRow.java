package vn.outreach.work.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
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
        OffsetDateTime dueAt,
        int priority,
        Person person,
        Enterprise enterprise) {

    String taxCode() {
        return enterprise == null ? null : enterprise.taxCode();
    }

    static TaskRow read(ResultSet row, int number) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("phase"),
                row.getString("phase_name"),
                row.getString("step").replaceFirst("^userTask_", ""),
                moment(row, "created_at"),
                moment(row, "due_at"),
                row.getInt("priority"),
                person(row),
                enterprise(row));
    }

    private static Person person(ResultSet row) throws SQLException {
        String id = row.getString("assignee");
        if (id == null) {
            return null;
        }
        String name = (text(row, "first_name") + " " + text(row, "last_name")).strip();
        return new Person(id, name.isEmpty() ? id : name);
    }

    private static Enterprise enterprise(ResultSet row) throws SQLException {
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
    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        LocalDateTime local = row.getObject(column, LocalDateTime.class);
        return local == null
                ? null
                : local.atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
