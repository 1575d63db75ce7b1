package vn.outreach.work.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;

/** Table notice_choice: how each person wants to be told. */
@Repository
class NotificationChoices {

    private final JdbcClient jdbc;
    private final Upsert upsert;

    NotificationChoices(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    NotificationChoice of(String userId) {
        return jdbc.sql(
                        "select mail, bell, at_once, quiet_from, quiet_to, quiet_weekend from notice_choice where user_id = ?")
                .param(userId)
                .query(NotificationChoices::row)
                .optional()
                .orElse(NotificationChoice.UNCHOSEN);
    }

    void save(String userId, NotificationChoice choice) {
        upsert.write(() -> update(userId, choice), () -> insert(userId, choice));
    }

    private int update(String userId, NotificationChoice choice) {
        return write("""
                update notice_choice set mail = :mail, bell = :bell, at_once = cast(:atOnce as varchar(100)), quiet_from = cast(:quietFrom as varchar(5)),
                    quiet_to = cast(:quietTo as varchar(5)), quiet_weekend = :quietWeekend
                where user_id = :userId""", userId, choice);
    }

    private void insert(String userId, NotificationChoice choice) {
        write("""
                insert into notice_choice(user_id, mail, bell, at_once, quiet_from, quiet_to, quiet_weekend) values
                (:userId, :mail, :bell, cast(:atOnce as varchar(100)), cast(:quietFrom as varchar(5)), cast(:quietTo as varchar(5)), :quietWeekend)""", userId, choice);
    }

    private int write(String sql, String userId, NotificationChoice choice) {
        return jdbc.sql(sql)
                .param("userId", userId)
                .param("mail", choice.mail().name())
                .param("bell", choice.bell())
                .param("atOnce", text(choice.atOnce()))
                .param("quietFrom", text(choice.quietFrom()))
                .param("quietTo", text(choice.quietTo()))
                .param("quietWeekend", choice.quietWeekend())
                .update();
    }

    private static NotificationChoice row(ResultSet rs, int number) throws SQLException {
        return new NotificationChoice(
                NotificationChoice.ByMail.valueOf(rs.getString("mail")),
                rs.getBoolean("bell"),
                kinds(rs.getString("at_once")),
                time(rs.getString("quiet_from")),
                time(rs.getString("quiet_to")),
                rs.getBoolean("quiet_weekend"));
    }

    private static @Nullable String text(@Nullable Set<NoticeKind> kinds) {
        return kinds == null
                ? null
                : kinds.stream().map(NoticeKind::name).sorted().collect(Collectors.joining(","));
    }

    private static @Nullable Set<NoticeKind> kinds(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(","))
                        .filter(name -> !name.isEmpty())
                        .map(NoticeKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable LocalTime time(String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
