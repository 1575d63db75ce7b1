package vn.outreach.work.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.web.SentAgain;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Who may say that somebody is away, who can stand in, and that no task ever goes on from a deputy to a deputy's
 * deputy.
 */
@Service
class AbsenceService {

    private static final int LONGEST_DAYS = 366;
    private static final int MOST_SHOWN = 200;

    private final AbsenceRows rows;
    private final Memberships people;
    private final PeopleNames names;
    private final WorkUnits units;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    AbsenceService(
            AbsenceRows rows,
            Memberships people,
            PeopleNames names,
            WorkUnits units,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.names = names;
        this.units = units;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The absences that concern the reader: own ones, those as deputy, of members of a headed unit; all for
     * administrators.
     */
    List<Absence> seenBy(CurrentUser reader) {
        if (reader.isAdministrator()) {
            return rows.newest(MOST_SHOWN);
        }
        Set<String> concerned = new LinkedHashSet<>(Set.of(reader.id()));
        units.headedBy(reader).forEach(unit -> concerned.addAll(people.membersOf(unit)));
        return rows.newest(concerned, MOST_SHOWN);
    }

    /**
     * Writes an absence, once however often it is sent, and tells both people; the caller moves the tasks. Only
     * {@code id} and the like are not asked for.
     */
    Absence create(Absence wanted, CurrentUser user) {
        mayDecide(user, wanted.person());
        daysAreSensible(wanted);
        deputyCan(wanted);
        rows.lock();
        Optional<Absence> sent = rows.sent(wanted, user.id(), SentAgain.since(clock));
        if (sent.isPresent()) {
            return sent.get();
        }
        nobodyIsTwice(wanted);
        Absence absence = rows.insert(wanted);
        audit.record(AuditEntry.of(AuditAction.ASSIGNED, "User", absence.person())
                .changing("deputy " + absence.mode(), null, told(absence)));
        notifications.enqueue(
                NotificationMessage.deputyNamed(
                        occasion(absence, "named"),
                        nameOf(absence.person()),
                        nameOf(absence.deputy()),
                        absence.firstDay(),
                        absence.lastDay()),
                List.of(absence.person(), absence.deputy()));
        return absence;
    }

    /** Ends an absence now, or calls one off that is still to come. */
    Absence end(long id, CurrentUser user) {
        Absence absence = rows.find(id)
                .filter(found -> seesIt(user, found))
                .orElseThrow(() -> Refusal.unknown("absence-unknown", "Không có lượt vắng mặt số %d.".formatted(id)));
        mayDecide(user, absence.person());
        if (absence.stateOn(today()) == Absence.State.OVER || !rows.end(id, user.id())) {
            throw Refusal.conflict("absence-over", "Lượt vắng mặt này đã kết thúc.");
        }
        audit.record(AuditEntry.of(AuditAction.ASSIGNED, "User", absence.person())
                .changing("deputy " + absence.mode(), told(absence), null));
        notifications.enqueue(
                NotificationMessage.deputyEnded(
                        occasion(absence, "ended"), nameOf(absence.person()), nameOf(absence.deputy())),
                List.of(absence.person(), absence.deputy()));
        return rows.find(id).orElseThrow();
    }

    /** Whether this reader may end it, beside seeing it. */
    boolean mayEnd(CurrentUser user, Absence absence) {
        return absence.stateOn(today()) != Absence.State.OVER && decides(user, absence.person());
    }

    Absence.State stateOf(Absence absence) {
        return absence.stateOn(today());
    }

    boolean runs(Absence absence) {
        return stateOf(absence) == Absence.State.RUNNING;
    }

    /** The colleagues who can stand in for this person: members of a unit of theirs that does tasks. */
    Collection<String> candidates(String person, CurrentUser user) {
        mayDecide(user, person);
        Set<String> colleagues = new LinkedHashSet<>();
        unitsOf(person).forEach(unit -> colleagues.addAll(people.membersOf(unit)));
        colleagues.remove(person);
        return colleagues;
    }

    /** For whom this user may say that they are away: for oneself, and for the members of headed units. */
    Collection<String> peopleOf(CurrentUser user) {
        Set<String> own = new LinkedHashSet<>(Set.of(user.id()));
        units.headedBy(user).forEach(unit -> own.addAll(people.membersOf(unit)));
        return own;
    }

    private String nameOf(String userId) {
        return names.of(List.of(userId)).getOrDefault(userId, userId);
    }

    private boolean seesIt(CurrentUser user, Absence absence) {
        return user.id().equals(absence.deputy()) || decides(user, absence.person());
    }

    private boolean decides(CurrentUser user, String person) {
        return user.id().equals(person)
                || user.isAdministrator()
                || units.headedBy(user).stream().anyMatch(unitsOf(person)::contains);
    }

    private void mayDecide(CurrentUser user, String person) {
        if (!decides(user, person)) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ chính người vắng mặt, phụ trách đơn vị của người đó hoặc quản trị viên được cử người thay.");
        }
    }

    private void daysAreSensible(Absence wanted) {
        if (wanted.firstDay().isBefore(today())) {
            throw Refusal.invalid("field-range", "from", "Ngày bắt đầu vắng mặt không được trước hôm nay.");
        }
        DateRules.notTooFar(new FieldName("from", "Ngày bắt đầu"), wanted.firstDay(), today());
        if (wanted.lastDay().isBefore(wanted.firstDay())) {
            throw Refusal.invalid("field-range", "to", "Ngày cuối vắng mặt không được trước ngày bắt đầu.");
        }
        if (wanted.firstDay().plusDays(LONGEST_DAYS).isBefore(wanted.lastDay())) {
            throw Refusal.invalid(
                    "field-range",
                    "to",
                    "Một lượt vắng mặt dài nhất %s ngày.".formatted(WholeNumber.shown(LONGEST_DAYS)));
        }
    }

    private void deputyCan(Absence wanted) {
        if (names.of(List.of(wanted.person())).isEmpty()) {
            throw Refusal.invalid("user-unknown", "person", "Không có người dùng “%s”.".formatted(wanted.person()));
        }
        if (wanted.deputy().equals(wanted.person())) {
            throw Refusal.invalid("field-choice", "deputy", "Người thay phải là người khác.");
        }
        Set<String> shared = unitsOf(wanted.deputy());
        shared.retainAll(unitsOf(wanted.person()));
        if (shared.isEmpty()) {
            throw Refusal.invalid(
                    "field-choice",
                    "deputy",
                    "“%s” không thay được: người thay phải thuộc một đơn vị được giao việc của người vắng mặt."
                            .formatted(nameOf(wanted.deputy())));
        }
    }

    /**
     * Nobody is away twice; no deputy is away, and nobody goes away as the deputy of another: tasks would go on and on.
     */
    private void nobodyIsTwice(Absence wanted) {
        rows.ofPeople(List.of(wanted.person()), wanted.firstDay(), wanted.lastDay()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "absence-overlaps",
                            "“%s” đã có một lượt vắng mặt trong những ngày này: %s."
                                    .formatted(nameOf(wanted.person()), told(other)));
                });
        rows.ofPeople(List.of(wanted.deputy()), wanted.firstDay(), wanted.lastDay()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "deputy-away",
                            "“%s” cũng vắng mặt từ %s đến %s; hãy chọn người thay khác hoặc ngày khác."
                                    .formatted(
                                            nameOf(wanted.deputy()),
                                            Day.shown(other.firstDay()),
                                            Day.shown(other.lastDay())));
                });
        rows.ofDeputy(wanted.person(), wanted.firstDay(), wanted.lastDay()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "deputy-of-another",
                            "“%s” đang được cử thay “%s” từ %s đến %s; hãy kết thúc lượt đó hoặc cử người khác thay trước."
                                    .formatted(
                                            nameOf(wanted.person()),
                                            nameOf(other.person()),
                                            Day.shown(other.firstDay()),
                                            Day.shown(other.lastDay())));
                });
    }

    private Set<String> unitsOf(String person) {
        return units.of(people.groupsOf(person));
    }

    private String told(Absence absence) {
        return "%s, %s–%s".formatted(absence.deputy(), Day.shown(absence.firstDay()), Day.shown(absence.lastDay()));
    }

    private static NotificationSubject occasion(Absence absence, String what) {
        return new NotificationSubject("absence:" + absence.id() + ":" + what, null, null, null, null, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
    }
}
