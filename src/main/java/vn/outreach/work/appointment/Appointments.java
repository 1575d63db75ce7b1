package vn.outreach.work.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Planned days in the calendar of the responsible member, written and told in the transaction that plans, moves or ends
 * them. Whoever planned it is told too, because the mail carries the file; only the bell does not ring then.
 */
@Service
public class Appointments {

    private final AppointmentRows rows;
    private final Enterprises enterprises;
    private final Notifications notifications;
    private final CalendarFiles files;
    private final Clock clock;

    Appointments(
            AppointmentRows rows,
            Enterprises enterprises,
            Notifications notifications,
            CalendarFiles files,
            Clock clock) {
        this.rows = rows;
        this.enterprises = enterprises;
        this.notifications = notifications;
        this.files = files;
        this.clock = clock;
    }

    /** What was planned now; what was planned before in the same process moves there. */
    public void planned(Appointment.Kind kind, LedgerEntry step, Appointment.When when) {
        Enterprise enterprise = enterprises.require(step.requiredTaxCode());
        String member = enterprise.responsibleMember();
        Optional<Appointment> before = rows.find(step.processInstanceId(), kind);
        if (before.isEmpty()) {
            Appointment first = new Appointment(
                    UUID.randomUUID().toString(),
                    kind,
                    step.phase(),
                    step.processInstanceId(),
                    enterprise.taxCode(),
                    enterprise.name(),
                    enterprise.zone(),
                    member,
                    when,
                    0,
                    false,
                    clock.instant());
            rows.insert(first);
            tell(Change.PLANNED, first, member, step.user());
        } else if (isChange(before.get(), when, member)) {
            Appointment moved = before.get().moved(when, member, clock.instant());
            rows.update(moved);
            tell(Change.MOVED, moved, member, step.user());
        }
    }

    /**
     * A process is over: whatever it still had planned does not take place. Today's did, unless the process was broken
     * off.
     */
    public void ended(LedgerEntry end, boolean brokenOff) {
        if (!Appointment.Kind.isPlannedIn(end.phase())) {
            return;
        }
        rows.standingOfProcess(
                        end.processInstanceId(),
                        brokenOff ? end.today() : end.today().plusDays(1))
                .forEach(appointment -> {
                    Appointment withdrawn = appointment.withdrawn(clock.instant());
                    rows.update(withdrawn);
                    tell(Change.CANCELLED, withdrawn, withdrawn.member(), end.user());
                });
    }

    /** Somebody else is responsible: it leaves one calendar and enters another. */
    public void handedOver(String taxCode, @Nullable String newMember) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        rows.standingOfEnterprise(taxCode, today).stream()
                .filter(appointment -> !Objects.equals(appointment.member(), newMember))
                .forEach(appointment -> {
                    Appointment handed = appointment.moved(appointment.when(), newMember, clock.instant());
                    rows.update(handed);
                    tell(Change.CANCELLED, handed, appointment.member(), null);
                    tell(Change.PLANNED, handed, newMember, null);
                });
    }

    private static boolean isChange(Appointment before, Appointment.When when, String member) {
        return before.cancelled() || !before.when().equals(when) || !Objects.equals(before.member(), member);
    }

    private void tell(Change change, Appointment appointment, @Nullable String recipient, @Nullable String actor) {
        if (recipient == null) {
            return;
        }
        NotificationSubject occasion = new NotificationSubject(
                "appointment:" + appointment.uid() + ":" + appointment.sequence(),
                appointment.taxCode(),
                appointment.enterpriseName(),
                appointment.processKey(),
                appointment.processInstanceId(),
                null);
        String kind = appointment.kind().inSentence();
        LocalDate day = appointment.when().day();
        NotificationMessage notice = switch (change) {
            case PLANNED -> NotificationMessage.appointmentPlanned(occasion, kind, day);
            case MOVED -> NotificationMessage.appointmentMoved(occasion, kind, day);
            case CANCELLED -> NotificationMessage.appointmentCancelled(occasion, kind, day);
        };
        String file = files.ofMail(appointment, change == Change.CANCELLED);
        notifications.enqueue(notice.withCalendar(file).knownTo(actor), Set.of(recipient));
    }

    private enum Change {
        PLANNED,
        MOVED,
        CANCELLED
    }
}
