package vn.outreach.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.ProcessKeys;

/**
 * Which process runs for which key: at most one instance per process and business key. The primary key is the last
 * guard when two starts meet on two nodes.
 */
@Repository
public class RunningCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    RunningCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The instance that runs, if any. */
    public Optional<String> instance(String processKey, String businessKey) {
        return jdbc.sql("select process_instance_id from running_case where process_key = ? and business_key = ?")
                .params(processKey, businessKey)
                .query(String.class)
                .optional();
    }

    /** The instances that run for some of these keys, by their keys. */
    public Map<String, String> instances(String processKey, Collection<String> businessKeys) {
        Map<String, String> instances = new HashMap<>();
        jdbc.sql("select business_key, process_instance_id from running_case"
                        + " where process_key = :key and business_key = any(:keys)")
                .param("key", processKey)
                .param("keys", new SqlArrayValue("varchar", businessKeys.toArray()))
                .query(row -> {
                    instances.put(row.getString(1), row.getString(2));
                });
        return instances;
    }

    /** The running instances of a process that belong to an enterprise, oldest first. */
    public List<String> instancesOf(String processKey, String taxCode) {
        return jdbc.sql("select process_instance_id from running_case where process_key = ? and enterprise_code = ?"
                        + " order by started_at, process_instance_id")
                .params(processKey, taxCode)
                .query(String.class)
                .list();
    }

    /** Every running instance of an enterprise: its case, the phases and its candidates' admissions. */
    public List<String> instancesOf(String taxCode) {
        return jdbc.sql("select process_instance_id from running_case where enterprise_code = ?")
                .param(taxCode)
                .query(String.class)
                .list();
    }

    /** The enterprise that a running instance belongs to, with the candidate's reference where it is an admission. */
    public Optional<TaskEnterprise> enterpriseOf(String processInstanceId) {
        return jdbc.sql("""
                select e.tax_code as taxCode, e.name,
                    case when r.process_key = '%s' then r.business_key end as candidateRef
                from running_case r join enterprise e on e.tax_code = r.enterprise_code
                where r.process_instance_id = ?""".formatted(ProcessKeys.MEMBER_ADMISSION))
                .param(processInstanceId)
                .query(TaskEnterprise.class)
                .optional();
    }

    /** False where another instance of the process runs for the key. */
    public boolean enter(String processKey, String businessKey, String processInstanceId, String taxCode) {
        return jdbc.sql("""
                insert into running_case(process_key, business_key, process_instance_id, enterprise_code, started_at)
                select cast(:processKey as varchar), cast(:businessKey as varchar), cast(:instance as varchar),
                    cast(:enterprise as varchar), cast(:now as timestamp with time zone)
                where not exists (select 1 from running_case there
                    where there.process_key = :processKey and there.business_key = :businessKey)""")
                        .param("processKey", processKey)
                        .param("businessKey", businessKey)
                        .param("instance", processInstanceId)
                        .param("enterprise", taxCode)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    public void leave(String processInstanceId) {
        jdbc.sql("delete from running_case where process_instance_id = ?")
                .param(processInstanceId)
                .update();
    }
}
