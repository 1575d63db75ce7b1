package vn.outreach.work.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;

/**
 * How a person wants to be told: by mail, in the bell, and when not. At least one of the two stays on, because limits
 * run whether somebody was told or not.
 *
 * @param atOnce the kinds that are mailed as soon as they are collected; null where the person has not chosen
 * @param quietFrom begin of the quiet hours of each day, or null where there are none; they may go over midnight
 * @param quietWeekend whether Saturday and Sunday are quiet as a whole
 */
record NotificationChoice(
        ByMail mail,
        boolean bell,
        @Nullable Set<NoticeKind> atOnce,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean quietWeekend) {

    /** Whether mails come, or none at all. */
    enum ByMail {
        AT_ONCE,
        NEVER
    }

    static final FieldName QUIET_FROM = new FieldName("quietFrom", "Giờ bắt đầu yên lặng");
    static final FieldName QUIET_TO = new FieldName("quietTo", "Giờ kết thúc yên lặng");

    static final NotificationChoice UNCHOSEN = new NotificationChoice(ByMail.AT_ONCE, true, null, null, null, false);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    NotificationChoice {
        if (mail == ByMail.NEVER && !bell) {
            throw Refusal.invalid("no-channel", "bell", "Phải giữ ít nhất một cách báo tin: thư điện tử hoặc chuông.");
        }
        if ((quietFrom == null) != (quietTo == null)) {
            throw (quietFrom == null ? QUIET_FROM : QUIET_TO).missing();
        }
        if (quietFrom != null && quietFrom.equals(quietTo)) {
            throw QUIET_TO.range("phải khác giờ bắt đầu");
        }
    }

    /** Whether such a notice waits for the mail of the day. Limits that moved with the days off always do. */
    boolean waits(NotificationTemplate template, Set<NoticeKind> unchosen) {
        NoticeKind kind = template.kind();
        return template == NotificationTemplate.TASK_MOVED
                || kind.isChosen() && !(atOnce == null ? unchosen : atOnce).contains(kind);
    }

    boolean isQuiet(Instant now) {
        return quietEnd(now.atZone(ZONE).toLocalDateTime()) != null;
    }

    /** The first moment from now on that is not quiet: now itself where it is not. */
    Instant soundsAt(Instant now) {
        LocalDateTime moment = now.atZone(ZONE).toLocalDateTime();
        boolean moved = false;
        for (LocalDateTime end = quietEnd(moment); end != null; end = quietEnd(moment)) {
            moment = end;
            moved = true;
        }
        return moved ? moment.atZone(ZONE).toInstant() : now;
    }

    /**
     * When the quiet span that this moment lies in ends, or null where it lies in none. A weekend and a night may
     * touch.
     */
    private @Nullable LocalDateTime quietEnd(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (quietWeekend && isWeekend(day)) {
            return (day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : day.plusDays(1)).atStartOfDay();
        }
        if (quietFrom == null) {
            return null;
        }
        LocalTime time = moment.toLocalTime();
        boolean begun = !time.isBefore(quietFrom);
        boolean notOver = time.isBefore(quietTo);
        if (quietFrom.isBefore(quietTo)) {
            return begun && notOver ? day.atTime(quietTo) : null;
        }
        if (begun) {
            return day.plusDays(1).atTime(quietTo);
        }
        return notOver ? day.atTime(quietTo) : null;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
