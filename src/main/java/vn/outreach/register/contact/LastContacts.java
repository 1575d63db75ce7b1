package vn.outreach.register.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.security.identity.CurrentUser;

/** The last contact with each of many enterprises, for lists. In SQL it is the view {@code last_contact}. */
@Repository
public class LastContacts {

    /** When, how and by whom; {@code readiness} may be null. */
    public record LastContact(String taxCode, LocalDate day, ContactKind kind, String madeBy, Integer readiness) {}

    /**
     * When somebody of us last dealt with the enterprise, and how: by the log of contacts or a recorded survey or talk.
     */
    public record LastMet(LocalDate day, ContactKind kind) {}

    private final JdbcClient jdbc;
    private final ContactRights rights;

    LastContacts(JdbcClient jdbc, ContactRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** Whether this reader may be shown, or have a list sorted by, anything of the contact log. */
    public boolean mayBeSeenBy(CurrentUser reader) {
        return rights.mayRead(reader);
    }

    /** By tax code; an enterprise without a contact is missing, and so are all for who may not read contacts. */
    public Map<String, LastContact> of(Collection<String> taxCodes, CurrentUser reader) {
        if (taxCodes.isEmpty() || !rights.mayRead(reader)) {
            return Map.of();
        }
        return jdbc
                .sql("select tax_code, contacted_on, kind, made_by, readiness from last_contact"
                        + " where tax_code in (:taxCodes)")
                .param("taxCodes", taxCodes)
                .query((row, number) -> new LastContact(
                        row.getString("tax_code"),
                        row.getObject("contacted_on", LocalDate.class),
                        ContactKind.valueOf(row.getString("kind")),
                        row.getString("made_by"),
                        row.getObject("readiness", Integer.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(LastContact::taxCode, Function.identity()));
    }

    /** What the log says to this reader, or what the ledger says to everybody where that is newer; by tax code. */
    public Map<String, LastMet> lastMet(Collection<String> taxCodes, CurrentUser reader) {
        Map<String, LastMet> last = lastRecorded(taxCodes);
        of(taxCodes, reader)
                .forEach((taxCode, contact) -> last.merge(
                        taxCode,
                        new LastMet(contact.day(), contact.kind()),
                        (recorded, logged) -> recorded.day().isAfter(logged.day()) ? recorded : logged));
        return last;
    }

    /** The newest survey or talk with the owner that is recorded for each enterprise, in the log of contacts or not. */
    private Map<String, LastMet> lastRecorded(Collection<String> taxCodes) {
        Map<String, LastMet> recorded = new HashMap<>();
        if (taxCodes.isEmpty()) {
            return recorded;
        }
        jdbc.sql("""
                select o.tax_code, o.occurred_on, o.step from outcome o
                where o.tax_code in (:codes) and o.step in ('%s', '%s') and o.corrects is null
                order by o.occurred_on, o.id""".formatted(KnownSteps.CONDUCT_SURVEY, KnownSteps.MEET_OWNER))
                .param("codes", taxCodes)
                .query(row -> {
                    recorded.put(
                            row.getString("tax_code"),
                            new LastMet(
                                    row.getObject("occurred_on", LocalDate.class),
                                    row.getString("step").equals(KnownSteps.MEET_OWNER)
                                            ? ContactKind.MEETING
                                            : ContactKind.VISIT));
                });
        return recorded;
    }
}
