package vn.outreach.document.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.register.contact.ContactKind;
import vn.outreach.register.contact.LastContacts;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;

/**
 * What other packages' tables know that papers say, beside the register and the ledger. Reads only, and nothing of
 * candidates.
 */
@Repository
class DraftFacts {

    private static final Map<ContactKind, String> KINDS = Map.of(
            ContactKind.VISIT,
            "Đến doanh nghiệp",
            ContactKind.CALL,
            "Điện thoại",
            ContactKind.MEETING,
            "Gặp gỡ",
            ContactKind.LETTER,
            "Thư, công văn",
            ContactKind.CHANCE,
            "Gặp tình cờ");

    private final JdbcClient jdbc;
    private final PeopleNames names;
    private final Units units;
    private final LastContacts contacts;

    DraftFacts(JdbcClient jdbc, PeopleNames names, Units units, LastContacts contacts) {
        this.jdbc = jdbc;
        this.names = names;
        this.units = units;
        this.contacts = contacts;
    }

    /** The case that an enterprise had last. */
    record LastCase(Integer planYear, String ruleVersion) {}

    /** An enterprise in a year's approved plan. */
    record Assignment(String unit, Integer admissionTarget) {}

    Optional<LastCase> lastCase(String taxCode) {
        return jdbc.sql("""
                select plan_year as planYear, rule_version as ruleVersion from outreach_case where tax_code = ?
                order by started_at desc fetch first 1 rows only""").param(taxCode).query(LastCase.class).optional();
    }

    Optional<Assignment> assignment(int year, String taxCode) {
        return jdbc.sql(
                        "select unit, admission_target as admissionTarget from approved_plan_row where plan_year = ? and tax_code = ?")
                .params(year, taxCode)
                .query(Assignment.class)
                .optional();
    }

    /** When, how and with which office; what was said stays in the log, which papers leave. */
    List<DraftValues> lastContacts(String taxCode, CurrentUser reader) {
        if (!contacts.mayBeSeenBy(reader)) {
            return List.of();
        }
        return jdbc.sql("""
                select contacted_on, kind, with_whom from current_contact where tax_code = ?
                order by contacted_on desc, id desc fetch first 5 rows only""")
                .param(taxCode)
                .query((row, number) -> new DraftValues()
                        .put("ngayTiepXuc", row.getObject("contacted_on", LocalDate.class))
                        .put("hinhThuc", KINDS.get(ContactKind.valueOf(row.getString("kind"))))
                        .put("voiAi", row.getString("with_whom")))
                .list();
    }

    String unitName(String unit) {
        return unit == null ? null : units.nameOf(unit);
    }

    String nameOf(String userId) {
        return userId == null ? null : names.of(Set.of(userId)).getOrDefault(userId, userId);
    }
}
