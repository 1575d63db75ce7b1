package vn.outreach.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.ognl.MemberAccess;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueryFlagsTest {

    @BeforeAll
    static void install() {
        QueryFlags.install();
    }

    @Test
    void aQueryIsReadAsTheStatementsNameIt() throws OgnlException {
        TaskQueryImpl query = new TaskQueryImpl();
        query.taskName("Khảo sát");
        query.withoutTenantId();
        assertThat(read(query, "isWithoutTenantId")).isEqualTo(true);
        assertThat(read(query, "isOrQueryActive")).isEqualTo(false);
        assertThat(read(query, "orQueryActive")).isEqualTo(false);
        assertThat(read(query, "name")).isEqualTo("Khảo sát");
    }

    private static Object read(Object query, String expression) throws OgnlException {
        return Ognl.getValue(expression, Ognl.createDefaultContext(query, new Everything()), query);
    }

    private static final class Everything implements MemberAccess {

        @Override
        public Object setup(OgnlContext context, Object target, Member member, String property) {
            return null;
        }

        @Override
        public void restore(OgnlContext context, Object target, Member member, String property, Object state) {
            // Nothing was changed.
        }

        @Override
        public boolean isAccessible(OgnlContext context, Object target, Member member, String property) {
            return true;
        }
    }
}
