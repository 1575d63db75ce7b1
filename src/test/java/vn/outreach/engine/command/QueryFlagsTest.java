package vn.outreach.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import org.apache.ibatis.ognl.MemberAccess;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

class QueryFlagsTest extends OutreachTest {

    @Test
    void aQueryIsReadAsTheStatementsNameIt() throws OgnlException {
        assertThat(OgnlRuntime.getPropertyAccessor(TaskQueryImpl.class)).isInstanceOf(QueryFlags.class);
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
