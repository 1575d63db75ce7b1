package vn.outreach.work.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How a notice stands in its table. */
final class NotificationRow {

    static final String COLUMNS =
            "id, event_key, template, recipient, address, tax_code, process_key, process_instance_id, task_id, "
                    + "data, subject, calendar, state, attempts, next_try_at, last_error, possibly_repeated, message_id, "
                    + "claimed_at, created_at, sent_at";

    /** The office's zone has no summer time, so local timestamps are unambiguous. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

    private NotificationRow() {}

    static Notification of(ResultSet rs, int number) throws SQLException {
        LocalDateTime claimedAt = rs.getObject("claimed_at", LocalDateTime.class);
        LocalDateTime sentAt = rs.getObject("sent_at", LocalDateTime.class);
        return new Notification(
                rs.getLong("id"),
                rs.getString("event_key"),
                NotificationTemplate.ofFileName(rs.getString("template")),
                rs.getString("recipient"),
                rs.getString("address"),
                rs.getString("tax_code"),
                rs.getString("process_key"),
                rs.getString("process_instance_id"),
                rs.getString("task_id"),
                data(rs.getString("data")),
                rs.getString("subject"),
                rs.getString("calendar"),
                Notification.State.valueOf(rs.getString("state")),
                rs.getInt("attempts"),
                instant(rs.getObject("next_try_at", LocalDateTime.class)),
                rs.getString("last_error"),
                rs.getBoolean("possibly_repeated"),
                rs.getString("message_id"),
                claimedAt == null ? null : instant(claimedAt),
                instant(rs.getObject("created_at", LocalDateTime.class)),
                sentAt == null ? null : instant(sentAt));
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZONE);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    static String json(Map<String, String> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> data(String json) {
        try {
            return JSON.readValue(json, DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not the data of a notice: " + json, e);
        }
    }
}
