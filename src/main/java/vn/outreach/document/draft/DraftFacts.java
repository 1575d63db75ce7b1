package vn.outreach.document.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** A year's plan; targets are null until it was submitted. */
    record Plan(
            int enterprises, Integer surveys, Integer meetings, Integer unions, Integer cells, Integer admissions) {}

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

    /** The year whose plan this process makes; empty for another process. */
    Optional<Integer> planYear(String processInstanceId) {
        return jdbc.sql("select plan_year from plan where process_instance_id = ?")
                .param(processInstanceId)
                .query(Integer.class)
                .optional();
    }

    Plan plan(int year) {
        return jdbc.sql("""
                select (select count(*) from plan_row r where r.plan_year = p.plan_year) as enterprises,
                    target_surveys as surveys, target_meetings as meetings, target_unions as unions, target_cells as cells,
                    target_admissions as admissions
                from plan p where plan_year = ?""").param(year).query(Plan.class).single();
    }

    /** The plan's rows in the order in which they will be started. */
    List<DraftValues> assignments(int year) {
        List<DraftValues> rows = jdbc.sql("""
                select p.tax_code, p.responsible_member, p.unit, p.admission_target, p.note, e.name, e.zone, e.workers
                from plan_row p join enterprise e on e.tax_code = p.tax_code where p.plan_year = ?
                order by p.priority nulls last, e.workers desc nulls last, p.tax_code""")
                .param(year)
                .query((row, number) -> new DraftValues()
                        .put("stt", number + 1)
                        .put("tenDoanhNghiep", row.getString("name"))
                        .put("maSoThue", row.getString("tax_code"))
                        .put("khuCongNghiep", row.getString("zone"))
                        .putCount("soLaoDong", row.getObject("workers", Integer.class))
                        .put("nguoiPhuTrach", row.getString("responsible_member"))
                        .put("boPhanThamMuu", unitName(row.getString("unit")))
                        .put("chiTieuKetNap", row.getObject("admission_target"))
                        .put("ghiChu", row.getString("note")))
                .list();
        return named(rows);
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

    private List<DraftValues> named(List<DraftValues> rows) {
        Set<String> members =
                rows.stream().flatMap(row -> row.find("nguoiPhuTrach").stream()).collect(Collectors.toSet());
        Map<String, String> called = members.isEmpty() ? Map.of() : names.of(members);
        rows.forEach(row ->
                row.find("nguoiPhuTrach").ifPresent(id -> row.put("nguoiPhuTrach", called.getOrDefault(id, id))));
        return rows;
    }
}
