package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.refusal.Refusal;

/** The years' plans as their process sees them: head, targets, and rows in the order of their starts. */
@Repository
class AnnualPlans {

    private final JdbcClient jdbc;

    AnnualPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that waits for its start. */
    record PlannedRow(String taxCode, String responsibleMember, Integer admissionTarget, Integer priority) {}

    /** Enters the plan of a year, or takes up the one whose rows were kept before; returns its status. */
    String open(int year, String processInstanceId) {
        Optional<String> status = jdbc.sql("select status from plan where plan_year = ? for update")
                .param(year)
                .query(String.class)
                .optional();
        if (status.isEmpty()) {
            insert(year, processInstanceId);
        } else {
            jdbc.sql("update plan set process_instance_id = ? where plan_year = ?")
                    .params(processInstanceId, year)
                    .update();
        }
        return status.orElse("DRAFT");
    }

    private void insert(int year, String processInstanceId) {
        try {
            jdbc.sql("insert into plan(plan_year, status, process_instance_id) values (?, 'DRAFT', ?)")
                    .params(year, processInstanceId)
                    .update();
        } catch (DuplicateKeyException atTheSameTime) {
            throw Refusal.conflict("case-running", "Kế hoạch năm " + year + " vừa được mở cùng lúc.");
        }
    }

    int rows(int year) {
        return jdbc.sql("select count(*) from plan_row where plan_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    /** Tax codes of rows that name nobody: no responsible member or no advisory unit. */
    List<String> rowsWithoutName(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ?"
                        + " and (responsible_member is null or unit is null) order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /** Whom the rows of the year name. */
    List<String> members(int year) {
        return jdbc.sql(
                        "select distinct responsible_member from plan_row where plan_year = ? and responsible_member is not null"
                                + " order by responsible_member")
                .param(year)
                .query(String.class)
                .list();
    }

    void submit(int year, PlanTargets targets, String draftedBy) {
        jdbc.sql("update plan set status = 'SUBMITTED', target_surveys = ?, target_meetings = ?, target_unions = ?,"
                        + " target_cells = ?, target_admissions = ?, drafted_by = ? where plan_year = ?")
                .params(
                        targets.surveys(),
                        targets.meetings(),
                        targets.unions(),
                        targets.cells(),
                        targets.admissions(),
                        draftedBy,
                        year)
                .update();
    }

    void decide(int year, PlanDecision decision, String user, LocalDate day) {
        boolean approved = decision == PlanDecision.APPROVED;
        jdbc.sql("update plan set status = ?, approved_by = ?, approved_on = ? where plan_year = ?")
                .params(approved ? "APPROVED" : "DRAFT", approved ? user : null, approved ? day : null, year)
                .update();
    }

    List<String> taxCodes(int year) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ? order by tax_code")
                .param(year)
                .query(String.class)
                .list();
    }

    /** The next row to start: by rank, then the larger enterprise, then the tax code. */
    Optional<PlannedRow> next(int year) {
        return jdbc.sql("select r.tax_code as taxCode, r.responsible_member as responsibleMember,"
                        + " r.admission_target as admissionTarget, r.priority from plan_row r"
                        + " join enterprise e on e.tax_code = r.tax_code"
                        + " where r.plan_year = ? and r.status = 'PLANNED'"
                        + " order by r.priority, coalesce(e.workers, 0) desc, r.tax_code fetch first 1 rows only")
                .param(year)
                .query(PlannedRow.class)
                .optional();
    }

    void answer(int year, String taxCode, String status, @Nullable String reason) {
        jdbc.sql("update plan_row set status = ?, reason = ? where plan_year = ? and tax_code = ?")
                .params(status, reason, year, taxCode)
                .update();
    }
}
