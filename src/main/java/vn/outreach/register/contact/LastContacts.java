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

    private static final String RECORDED = """
            select o.tax_code, o.occurred_on as met_on, case when o.step = '%2$s' then 'MEETING' else 'VISIT' end as kind,
                1 as source, o.id from outcome o
            where o.tax_code in (:codes) and o.step in ('%1$s', '%2$s') and o.corrects is null""".formatted(KnownSteps.CONDUCT_SURVEY, KnownSteps.MEET_OWNER);
    private static final String LOGGED = """

            union all select c.tax_code, c.contacted_on, c.kind, 2, c.id from last_contact c where c.tax_code in (:codes)""";

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

    /**
     * What the log says to this reader, or what the ledger says to everybody where that is newer; by tax code. The
     * ledger's are its surveys and talks with owners.
     */
    public Map<String, LastMet> lastMet(Collection<String> taxCodes, CurrentUser reader) {
        Map<String, LastMet> last = new HashMap<>();
        if (taxCodes.isEmpty()) {
            return last;
        }
        jdbc.sql(RECORDED + (rights.mayRead(reader) ? LOGGED : "") + " order by met_on, source, id")
                .param("codes", taxCodes)
                .query(row -> {
                    last.put(
                            row.getString("tax_code"),
                            new LastMet(
                                    row.getObject("met_on", LocalDate.class),
                                    ContactKind.valueOf(row.getString("kind"))));
                });
        return last;
    }
}
