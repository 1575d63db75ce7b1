package vn.outreach.register.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.SentAgain;

/** Writes the contact log, and tells before somebody plans the next contact that a colleague was just there. */
@Service
public class ContactService {

    /** An owner who hears from two of us within a week asks who speaks for the office. */
    static final int QUIET_DAYS = 7;

    private static final int SHOWN = 3;

    private final Contacts contacts;
    private final LastContacts lastContacts;
    private final Enterprises enterprises;
    private final ContactRights rights;
    private final Clock clock;

    ContactService(
            Contacts contacts, LastContacts lastContacts, Enterprises enterprises, ContactRights rights, Clock clock) {
        this.contacts = contacts;
        this.lastContacts = lastContacts;
        this.rights = rights;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    /** A colleague's contact that is too near to the day on which the next one is planned. */
    public record Colleague(String who, String whoName, LocalDate day, ContactKind kind) {}

    /**
     * What somebody should have read before the next contact, and what he may write after it.
     *
     * @param lastMet when we last dealt with the enterprise, as lists and cards show it; null where never
     */
    public record Recent(
            List<Contact> last,
            LastContacts.@Nullable LastMet lastMet,
            @Nullable Colleague colleagueWithin7Days,
            ContactRights.Allowed may) {}

    /** What was written; {@code warning} is null where nobody else was there shortly before the planned step. */
    record Recorded(Contact contact, @Nullable Colleague warning) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
    }

    Recent recent(String taxCode, LocalDate plannedOn, CurrentUser user) {
        return new Recent(
                contacts.last(taxCode, SHOWN),
                lastContacts.lastMet(List.of(taxCode), user).get(taxCode),
                colleague(taxCode, plannedOn, user),
                rights.allowed(user));
    }

    /** The same before a contact today, or nothing for who may not read the log. */
    public Optional<Recent> recent(String taxCode, CurrentUser user) {
        return rights.mayRead(user) ? Optional.of(recent(taxCode, today(), user)) : Optional.empty();
    }

    Recorded record(String taxCode, ContactDetails details, CurrentUser user) {
        // Held, so that the same contact sent twice at once is one row too.
        Enterprise enterprise = enterprises.lock(taxCode);
        refuseIfClosed(enterprise, details.nextDay() == null ? details.day() : details.nextDay());
        Contact row = row(taxCode, details, user.id(), user, null, null, false);
        Contact written = contacts.sent(row, SentAgain.since(clock)).orElseGet(() -> contacts.add(row));
        return new Recorded(written, colleague(taxCode, details.nextDay(), user));
    }

    /** A row in place of another. A step that was planned before the enterprise closed may stay. */
    Recorded correct(Contact original, ContactDetails details, String reason, CurrentUser user) {
        Contact row = row(original.taxCode(), details, original.madeBy(), user, original.id(), reason, false);
        refuseIfClosed(enterprises.lock(original.taxCode()), details.day());
        Contact written = contacts.sentCorrection(row, SentAgain.since(clock)).orElseGet(() -> replace(original, row));
        return new Recorded(written, colleague(original.taxCode(), details.nextDay(), user));
    }

    /** A row that takes another back: it happened at another enterprise, or not at all. */
    Contact withdraw(Contact original, String reason, CurrentUser user) {
        ContactDetails same = new ContactDetails(
                original.day(),
                original.kind(),
                original.withWhom(),
                original.said(),
                original.nextStep(),
                original.nextDay(),
                original.readiness());
        Contact row = row(original.taxCode(), same, original.madeBy(), user, original.id(), reason, true);
        enterprises.lock(original.taxCode());
        return contacts.sentCorrection(row, SentAgain.since(clock)).orElseGet(() -> replace(original, row));
    }

    /** With the enterprise held: of two who replace the same row at once, one does. */
    private Contact replace(Contact original, Contact row) {
        refuseUnlessCurrent(contacts.find(original.taxCode(), original.id()).orElseThrow());
        return contacts.add(row);
    }

    private @Nullable Colleague colleague(String taxCode, @Nullable LocalDate plannedOn, CurrentUser user) {
        return plannedOn == null
                ? null
                : contacts.ofColleague(taxCode, user.id(), plannedOn.minusDays(QUIET_DAYS), plannedOn)
                        .map(c -> new Colleague(c.madeBy(), c.madeByName(), c.day(), c.kind()))
                        .orElse(null);
    }

    private Contact row(
            String taxCode,
            ContactDetails d,
            String madeBy,
            CurrentUser user,
            @Nullable Long corrects,
            @Nullable String reason,
            boolean withdrawn) {
        OffsetDateTime now = clock.instant()
                .truncatedTo(ChronoUnit.MILLIS)
                .atZone(OutreachApplication.ZONE.toZoneId())
                .toOffsetDateTime();
        return new Contact(
                0,
                taxCode,
                d.day(),
                d.kind(),
                d.withWhom(),
                d.said(),
                d.nextStep(),
                d.nextDay(),
                d.readiness(),
                madeBy,
                madeBy,
                user.id(),
                now,
                corrects,
                reason,
                withdrawn,
                !withdrawn);
    }

    private static void refuseIfClosed(Enterprise enterprise, LocalDate lastDay) {
        if (enterprise.isClosed() && lastDay.isAfter(enterprise.closedOn())) {
            throw Refusal.conflict(
                    "enterprise-closed",
                    "%s đã ngừng hoạt động từ %s: chỉ ghi được liên hệ đến ngày đó, không có bước tiếp theo."
                            .formatted(enterprise.name(), Day.shown(enterprise.closedOn())));
        }
    }

    private static void refuseUnlessCurrent(Contact contact) {
        if (!contact.current()) {
            throw Refusal.conflict(
                    "contact-replaced",
                    "Dòng liên hệ số %d đã được sửa hoặc rút; hãy mở lại danh sách và chọn dòng mới nhất."
                            .formatted(contact.id()));
        }
    }
}
