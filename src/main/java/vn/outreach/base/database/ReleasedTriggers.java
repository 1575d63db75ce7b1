package vn.outreach.base.database;

import java.util.Map;
import org.h2.util.JdbcUtils;
import org.h2.util.Utils.ClassFactory;

/**
 * Finds the classes of H2's triggers by the names they had when their migrations were released. A migration never
 * changes, and a database keeps the name it was made with.
 */
public final class ReleasedTriggers implements ClassFactory {

    private static final Map<String, String> PRESENT_NAMES = Map.of(
            "vn.outreach.ledger.AppendOnlyTrigger", "vn.outreach.register.ledger.AppendOnlyTrigger",
            "vn.outreach.audit.AuditChainTrigger", "vn.outreach.security.audit.AuditChainTrigger",
            "vn.outreach.audit.AuditHeadTrigger", "vn.outreach.security.audit.AuditHeadTrigger");

    private static final ReleasedTriggers ONLY = new ReleasedTriggers();

    private ReleasedTriggers() {}

    /** H2 keeps its class factories for the whole JVM, so a second start adds none. */
    public static void announce() {
        JdbcUtils.removeClassFactory(ONLY);
        JdbcUtils.addClassFactory(ONLY);
    }

    @Override
    public boolean match(String name) {
        return PRESENT_NAMES.containsKey(name);
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return Class.forName(PRESENT_NAMES.get(name));
    }
}
