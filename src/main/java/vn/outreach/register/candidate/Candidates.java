package vn.outreach.register.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.EnterpriseUse;
import vn.outreach.security.identity.AdmissionVisibility;

/** The restricted table of candidates. Messages and errors carry the reference, never the name. */
@Repository
public class Candidates implements EnterpriseUse {

    private static final String COLUMNS =
            "ref, enterprise_code, name, contact, birth_month, schooling, certificate_date, citizen, is_owner, "
                    + "readmission, in_youth_union, in_union, consent_given_on, file_opened_on, restricted_since, "
                    + "restricted_reason";
    private static final int LAST_OF_YEAR = 9999;

    private final JdbcClient jdbc;
    private final Clock clock;

    Candidates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens an empty row under the year's next reference, UV-2026-0001; to be called in a transaction. */
    public String allocate(String taxCode) {
        int year = now().getYear();
        String ref = "UV-%d-%04d".formatted(year, nextNumber(year));
        jdbc.sql("insert into candidate (ref, enterprise_code, created_at, updated_at) values (?, ?, ?, ?)")
                .params(ref, taxCode, now(), now())
                .update();
        return ref;
    }

    /**
     * The reference that this person drew for the enterprise since then and that nobody has used: its row is empty, and
     * no step of the ledger names it.
     */
    Optional<String> unused(String taxCode, String user, OffsetDateTime since) {
        return jdbc.sql("""
                select ref from candidate c where c.enterprise_code = ? and c.allocated_by = ? and c.created_at >= ?
                    and c.updated_at = c.created_at and c.name is null and c.contact is null and c.consent_given_on is null
                    and not exists (select 1 from candidate_paper p where p.candidate_ref = c.ref)
                    and not exists (select 1 from outcome o where o.candidate_ref = c.ref)
                order by ref fetch first 1 rows only""").params(taxCode, user, since).query(String.class).optional();
    }

    /** Notes who drew the reference. */
    void allocatedBy(String ref, String user) {
        jdbc.sql("update candidate set allocated_by = ? where ref = ?")
                .params(user, ref)
                .update();
    }

    public Optional<Candidate> find(String ref) {
        return jdbc.sql("select " + COLUMNS + " from candidate where ref = ?")
                .param(ref)
                .query(Candidates::read)
                .optional();
    }

    public Candidate require(String ref) {
        return find(ref).orElseThrow(() -> unknown(ref));
    }

    /** Reads the row and holds it until the transaction ends. */
    public Candidate lock(String ref) {
        return jdbc.sql("select " + COLUMNS + " from candidate where ref = ? for update")
                .param(ref)
                .query(Candidates::read)
                .optional()
                .orElseThrow(() -> unknown(ref));
    }

    /** Notes which cell carries the candidate's admission from now on. */
    public void carriedBy(String ref, String cell) {
        jdbc.sql("delete from admission_host where candidate_ref = ?")
                .param(ref)
                .update();
        jdbc.sql("insert into admission_host (candidate_ref, host_cell) values (?, ?)")
                .params(ref, cell)
                .update();
    }

    /** Whether the candidate is one of those whom this person may see. */
    public boolean isSeen(Candidate candidate, AdmissionVisibility visibility) {
        String cell = jdbc.sql("select host_cell from admission_host where candidate_ref = ?")
                .param(candidate.candidateRef())
                .query(String.class)
                .optional()
                .orElse(null);
        return visibility.covers(candidate.enterpriseCode(), cell);
    }

    public void giveConsent(String ref, LocalDate day) {
        set(ref, "consent_given_on", day);
    }

    public void openFile(String ref, LocalDate day) {
        set(ref, "file_opened_on", day);
    }

    /** Closes the row to further use; the nightly job erases it when the retention time is over. */
    public void restrict(String ref, LocalDate day, String reason) {
        jdbc.sql("update candidate set restricted_since = ?, restricted_reason = ?, updated_at = ? where ref = ?")
                .params(day, reason, now(), ref)
                .update();
    }

    /** Removes the person's data for good; the reference is never given out again. */
    public void erase(String ref) {
        jdbc.sql("delete from candidate where ref = ?").param(ref).update();
    }

    /** Erases every row restricted before the day; returns how many there were. */
    public int eraseRestrictedBefore(LocalDate day) {
        return jdbc.sql("delete from candidate where restricted_since < ?")
                .param(day)
                .update();
    }

    /** Hands the row over to the enterprise to which the person moved. */
    public void move(String ref, String taxCode) {
        jdbc.sql("update candidate set enterprise_code = ?, updated_at = ? where ref = ?")
                .params(taxCode, now(), ref)
                .update();
    }

    /** Opens the row of a person who moved to another enterprise; consent and file begin anew there. */
    public void release(String ref) {
        jdbc.sql("""
                update candidate set restricted_since = null, restricted_reason = null, consent_given_on = null,
                    file_opened_on = null, updated_at = ?
                where ref = ?""").params(now(), ref).update();
    }

    void save(Candidate candidate) {
        jdbc.sql("""
                update candidate set name = :name, contact = :contact, birth_month = :birthMonth,
                    schooling = :schooling, certificate_date = :certificateDate, citizen = :citizen,
                    is_owner = :isOwner, readmission = :readmission, in_youth_union = :inYouthUnion,
                    in_union = :inUnion, updated_at = :now
                where ref = :ref""")
                .param("name", candidate.name())
                .param("contact", candidate.contact())
                .param(
                        "birthMonth",
                        candidate.birthMonth() == null
                                ? null
                                : candidate.birthMonth().toString())
                .param(
                        "schooling",
                        candidate.schooling() == null
                                ? null
                                : candidate.schooling().name())
                .param("certificateDate", candidate.certificateDate())
                .param("citizen", candidate.citizen())
                .param("isOwner", candidate.isOwner())
                .param("readmission", candidate.readmission())
                .param("inYouthUnion", candidate.inYouthUnion())
                .param("inUnion", candidate.inUnion())
                .param("now", now())
                .param("ref", candidate.candidateRef())
                .update();
    }

    private void set(String ref, String column, LocalDate day) {
        jdbc.sql("update candidate set " + column + " = ?, updated_at = ? where ref = ?")
                .params(day, now(), ref)
                .update();
    }

    private int nextNumber(int year) {
        jdbc.sql("select last_number from candidate_counter where counter_year = 0 for update")
                .query(Integer.class)
                .single();
        int number = 1
                + jdbc.sql("select last_number from candidate_counter where counter_year = ?")
                        .param(year)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        if (number > LAST_OF_YEAR) {
            throw Refusal.conflict("candidate-numbers", "Đã hết mã hồ sơ của năm %d.".formatted(year));
        }
        jdbc.sql(
                        number == 1
                                ? "insert into candidate_counter (last_number, counter_year) values (?, ?)"
                                : "update candidate_counter set last_number = ? where counter_year = ?")
                .params(number, year)
                .update();
        return number;
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    /** What everybody is told of a reference that is not there, or not there for them. */
    public static Refusal unknown(String ref) {
        return Refusal.unknown("candidate-unknown", "Không có hồ sơ quần chúng ưu tú mang mã “%s”.".formatted(ref));
    }

    private static Candidate read(ResultSet row, int number) throws SQLException {
        String birthMonth = row.getString("birth_month");
        String schooling = row.getString("schooling");
        return new Candidate(
                row.getString("ref"),
                row.getString("enterprise_code"),
                row.getString("name"),
                row.getString("contact"),
                birthMonth == null ? null : YearMonth.parse(birthMonth),
                schooling == null ? null : Schooling.valueOf(schooling),
                date(row, "certificate_date"),
                flag(row, "citizen"),
                flag(row, "is_owner"),
                flag(row, "readmission"),
                flag(row, "in_youth_union"),
                flag(row, "in_union"),
                date(row, "consent_given_on"),
                date(row, "file_opened_on"),
                date(row, "restricted_since"),
                row.getString("restricted_reason"));
    }

    private static Boolean flag(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Override
    public boolean refersTo(String taxCode) {
        return jdbc.sql("select exists (select 1 from candidate where enterprise_code = ?)")
                .param(taxCode)
                .query(Boolean.class)
                .single();
    }
}
