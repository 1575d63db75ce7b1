package vn.outreach.register.enterprise;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases of an enterprise: one row per instance of {@code enterpriseOutreach}, kept after its end. */
@Repository
public class OutreachCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutreachCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void open(
            String processInstanceId, String taxCode, int planYear, String ruleVersion, Integer admissionTarget) {
        jdbc.sql("insert into outreach_case(process_instance_id, tax_code, plan_year, rule_version, admission_target,"
                        + " admitted_in_plan_year, started_at) values (?, ?, ?, ?, ?, 0, ?)")
                .params(
                        processInstanceId,
                        taxCode,
                        planYear,
                        ruleVersion,
                        admissionTarget,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** A running case that a new year's plan carries over. */
    public void carryOver(String processInstanceId, int planYear, Integer admissionTarget, int admittedInPlanYear) {
        jdbc.sql("update outreach_case set plan_year = ?, admission_target = ?, admitted_in_plan_year = ?"
                        + " where process_instance_id = ?")
                .params(planYear, admissionTarget, admittedInPlanYear, processInstanceId)
                .update();
    }

    /** Whether a case of the enterprise runs and belongs to this year's plan. */
    public boolean isOfYear(String taxCode, int planYear) {
        return jdbc.sql("select count(*) from outreach_case where tax_code = ? and plan_year = ? and ended_at is null")
                        .params(taxCode, planYear)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void admitted(String processInstanceId, int admittedInPlanYear) {
        jdbc.sql("update outreach_case set admitted_in_plan_year = ? where process_instance_id = ?")
                .params(admittedInPlanYear, processInstanceId)
                .update();
    }

    /** Closes the case; nothing happens for an instance that is no case of its own. */
    public void close(String processInstanceId, String result) {
        jdbc.sql("update outreach_case set ended_at = ?, result = ? where process_instance_id = ?")
                .params(Timestamp.from(clock.instant()), result, processInstanceId)
                .update();
    }
}
