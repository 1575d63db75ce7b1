package vn.outreach.testing;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.demo.DemoUsers;

/** The demo's people are made once in a JVM; whom a test takes away, or out of a unit, is back before the next. */
final class DemoPeople {

    private static Set<String> employed;

    private DemoPeople() {}

    static void employ(DemoUsers people, JdbcClient jdbc) {
        if (employed == null) {
            people.create();
            employed = memberships(jdbc);
        } else if (!memberships(jdbc).containsAll(employed)) {
            people.create();
        }
    }

    private static Set<String> memberships(JdbcClient jdbc) {
        return jdbc.sql("select user_id_ || ' ' || group_id_ from act_id_membership").query(String.class).set();
    }
}
