package vn.outreach.work.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * The morning's work: notes who is told of what is late, and writes one mail of the day for each person who has
 * something to read. What it says is judged again when it is sent.
 */
@Service
@EnableConfigurationProperties(ReminderSettings.class)
class DailyDigestService {

    private final OverdueTold told;
    private final DailyDigestContent content;
    private final Notifications notifications;
    private final EngineUsers users;
    private final Units units;
    private final Deputies deputies;
    private final DueDays dueDays;
    private final ReminderSettings settings;
    private final Clock clock;

    DailyDigestService(
            OverdueTold told,
            DailyDigestContent content,
            Notifications notifications,
            EngineUsers users,
            Units units,
            Deputies deputies,
            DueDays dueDays,
            ReminderSettings settings,
            Clock clock) {
        this.told = told;
        this.content = content;
        this.notifications = notifications;
        this.users = users;
        this.units = units;
        this.deputies = deputies;
        this.dueDays = dueDays;
        this.settings = settings;
        this.clock = clock;
    }

    /** Once a day, however often it is called. */
    void write() {
        Instant now = clock.instant();
        escalate(now);
        Set<String> people = new LinkedHashSet<>(notifications.waitForDigest());
        for (String person : users.ids()) {
            if (!people.contains(person)
                    && !content.of(person, now.minusSeconds(1), List.of())
                            .lines()
                            .isEmpty()) {
                people.add(person);
            }
        }
        NotificationSubject day =
                new NotificationSubject(DailyDigestProcess.KEY + ":" + dueDays.today(), null, null, null, null, null);
        notifications.enqueue(NotificationMessage.dailyDigest(day, dueDays.today()), people);
    }

    private void escalate(Instant now) {
        told.forgetEnded();
        Set<String> heads = units.with(Capability.HEADS_UNITS).stream()
                .flatMap(unit -> users.membersOf(unit).stream())
                .filter(head -> deputies.absenceOf(head).isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> headed = told.unitsOfLate(dueDays.lateBefore(settings.headAfter())).stream()
                .filter(unit -> users.membersOf(unit).stream().anyMatch(heads::contains))
                .collect(Collectors.toSet());
        told.tellHeads(dueDays.lateBefore(settings.headAfter()), headed, now);
        told.tellBoard(dueDays.lateBefore(settings.boardAfter()), settings.boardAgain(), now);
    }
}
