package vn.outreach.work.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.Upsert;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;

/** Drafts of forms, one a person and task: begun on the phone, finished at the desk. */
@Repository
class Drafts {

    /** Twice as many characters as the column takes in the worst case; a whole survey has some 5,000. */
    static final int LONGEST = 30_000;

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Upsert upsert;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Upsert upsert, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.upsert = upsert;
        this.json = json;
        this.clock = clock;
    }

    record Draft(Map<String, Object> answers, OffsetDateTime savedAt) {}

    Optional<Draft> find(String taskId, String userId) {
        return jdbc.sql("select answers, saved_at from form_draft where task_id = ? and user_id = ?")
                .params(taskId, userId)
                .query((row, number) -> new Draft(
                        read(row.getString("answers")),
                        row.getTimestamp("saved_at")
                                .toInstant()
                                .atZone(OutreachApplication.ZONE.toZoneId())
                                .toOffsetDateTime()))
                .optional();
    }

    /** @throws Refusal {@code field-range} for more than anybody types into a form */
    void save(String taskId, String userId, Map<String, Object> answers) {
        String text = write(answers);
        if (text.length() > LONGEST) {
            throw Refusal.invalid(
                    "field-range",
                    null,
                    "Bản nháp dài %s ký tự, tối đa %s ký tự."
                            .formatted(WholeNumber.shown(text.length()), WholeNumber.shown(LONGEST)));
        }
        upsert.write(() -> update(taskId, userId, text), () -> insert(taskId, userId, text));
    }

    void drop(String taskId, String userId) {
        jdbc.sql("delete from form_draft where task_id = ? and user_id = ?")
                .params(taskId, userId)
                .update();
    }

    void dropAll(String taskId) {
        jdbc.sql("delete from form_draft where task_id = ?").param(taskId).update();
    }

    private int update(String taskId, String userId, String text) {
        return jdbc.sql("update form_draft set answers = ?, saved_at = ? where task_id = ? and user_id = ?")
                .params(text, Timestamp.from(clock.instant()), taskId, userId)
                .update();
    }

    private void insert(String taskId, String userId, String text) {
        jdbc.sql("insert into form_draft(task_id, user_id, answers, saved_at) values (?, ?, ?, ?)")
                .params(taskId, userId, text, Timestamp.from(clock.instant()))
                .update();
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, ANSWERS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A draft cannot be read", unreadable);
        }
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A draft cannot be written", unwritable);
        }
    }
}
