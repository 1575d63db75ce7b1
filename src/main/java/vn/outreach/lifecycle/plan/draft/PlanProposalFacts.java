package vn.outreach.lifecycle.plan.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.ProcessKeys;

/** What a proposal for a plan's rows goes by, asked for all rows at once. */
@Repository
public class PlanProposalFacts {

    private final JdbcClient jdbc;

    public PlanProposalFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many enterprises of a zone somebody is responsible for. */
    record ZoneMember(String zone, String member, int enterprises) {}

    /** By tax code, who is responsible for an enterprise of the plan whose case runs. */
    Map<String, String> running(int year) {
        Map<String, String> members = new HashMap<>();
        jdbc.sql("""
                select p.tax_code, e.responsible_member
                from plan_row p join enterprise e on e.tax_code = p.tax_code
                join running_case c on c.process_key = '%s' and c.business_key = p.tax_code
                where p.plan_year = ? and e.responsible_member is not null""".formatted(ProcessKeys.ENTERPRISE_OUTREACH)).param(year).query(row -> {
            members.put(row.getString("tax_code"), row.getString("responsible_member"));
        });
        return members;
    }

    /** Who is responsible in which zone today, by the register. */
    List<ZoneMember> zones() {
        return jdbc.sql("""
                select zone, responsible_member as member, count(*) as enterprises from enterprise
                where zone is not null and responsible_member is not null and closed_on is null
                group by zone, responsible_member order by count(*) desc, responsible_member""").query(ZoneMember.class).list();
    }
}
