package vn.outreach.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.people.CurrentUser;

/** The last contact with each of many enterprises, for lists. In SQL it is the view {@code last_contact}. */
@Repository
public class LastContacts {

    /** When, how and by whom; {@code readiness} may be null. */
    public record LastContact(String taxCode, LocalDate day, ContactKind kind, String madeBy, Integer readiness) {
    }

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
        return jdbc.sql("select * from last_contact where tax_code in (:taxCodes)").param("taxCodes", taxCodes)
                .query((row, number) -> new LastContact(row.getString("tax_code"),
                        row.getObject("contacted_on", LocalDate.class), ContactKind.valueOf(row.getString("kind")),
                        row.getString("made_by"), row.getObject("readiness", Integer.class)))
                .list().stream().collect(Collectors.toMap(LastContact::taxCode, Function.identity()));
    }
}
