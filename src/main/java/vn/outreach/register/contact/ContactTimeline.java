package vn.outreach.register.contact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.register.enterprise.TimelineSource;
import vn.outreach.security.identity.CurrentUser;

/** The contacts that stand, in their enterprise's timeline, for those who may read them. */
@Repository
class ContactTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final ContactRights rights;

    ContactTimeline(JdbcClient jdbc, ContactRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    @Override
    public TimelineEntry.Kind kind() {
        return TimelineEntry.Kind.CONTACT;
    }

    @Override
    public boolean isFor(CurrentUser reader) {
        return rights.mayRead(reader);
    }

    @Override
    public List<TimelineEntry> of(String taxCode, CurrentUser reader) {
        if (!isFor(reader)) {
            return List.of();
        }
        return jdbc.sql(
                        "select id, recorded_at, kind, with_whom, said, readiness, contacted_on, made_by from current_contact"
                                + " where tax_code = ?")
                .param(taxCode)
                .query((row, number) -> new TimelineEntry(
                        TimelineEntry.Kind.CONTACT,
                        row.getObject("recorded_at", OffsetDateTime.class)
                                .atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                                .toOffsetDateTime(),
                        row.getString("id"),
                        null,
                        row.getString("kind"),
                        row.getString("with_whom") + ": " + row.getString("said"),
                        row.getString("readiness"),
                        row.getObject("contacted_on", LocalDate.class),
                        null,
                        row.getString("made_by")))
                .list();
    }
}
