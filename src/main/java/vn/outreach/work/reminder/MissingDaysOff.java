package vn.outreach.work.reminder;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.Bootstrap;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Tells of a year whose days off nobody has entered, once for each year and person: administrators as soon as a limit
 * runs into it, from October of the year before also those who keep the days off.
 */
@Component
public class MissingDaysOff implements Background {

    private final WorkingDays workingDays;
    private final DueDays dueDays;
    private final Notifications notifications;
    private final EngineUsers users;
    private final Units units;

    MissingDaysOff(
            WorkingDays workingDays, DueDays dueDays, Notifications notifications, EngineUsers users, Units units) {
        this.workingDays = workingDays;
        this.dueDays = dueDays;
        this.notifications = notifications;
        this.users = users;
        this.units = units;
    }

    @Override
    public String title() {
        return "Nhắc nhập ngày nghỉ của năm sau";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(12);
    }

    @Override
    public void pass() {
        LocalDate today = dueDays.today();
        LocalDate newYear = LocalDate.of(today.getYear() + 1, Month.JANUARY, 1);
        if (today.getMonthValue() >= Month.OCTOBER.getValue()) {
            workingDays.unknownYear(newYear, newYear).ifPresent(year -> {
                Set<String> told = new LinkedHashSet<>(users.membersOf(Bootstrap.ADMINISTRATORS));
                units.with(Capability.KEEPS_HOLIDAYS).forEach(unit -> told.addAll(users.membersOf(unit)));
                tell(year, told);
            });
        }
    }

    /** A limit of working days was counted from one day to another. */
    public void counted(LocalDate from, LocalDate to) {
        workingDays.unknownYear(from, to).ifPresent(year -> tell(year, users.membersOf(Bootstrap.ADMINISTRATORS)));
    }

    private void tell(int year, Set<String> people) {
        NotificationSubject occasion = new NotificationSubject("daysOff:" + year, null, null, null, null, null);
        notifications.enqueue(NotificationMessage.daysOffMissing(occasion, year), people);
    }
}
