package vn.outreach.engine.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a query what the engine's statements call by the name of the method, {@code isOrQueryActive} and
 * {@code isWithoutTenantId}. MyBatis takes {@code orQueryActive} for the name of such a getter; the other one it looks
 * for in all methods of the class each time, a quarter of a millisecond in each list of tasks.
 */
public final class QueryFlags extends ObjectPropertyAccessor {

    private final Map<Class<?>, Map<String, Method>> flags = new ConcurrentHashMap<>();

    /** From now on, for all queries of this JVM. */
    public static void install() {
        OgnlRuntime.setPropertyAccessor(AbstractQuery.class, new QueryFlags());
    }

    @Override
    public @Nullable Object getPossibleProperty(OgnlContext context, Object query, String name) throws OgnlException {
        Method flag = flags.computeIfAbsent(query.getClass(), QueryFlags::of).get(name);
        try {
            return flag == null ? super.getPossibleProperty(context, query, name) : flag.invoke(query);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new OgnlException(name, unreadable);
        }
    }

    private static Map<String, Method> of(Class<?> query) {
        return Stream.of(query.getMethods())
                .filter(method -> method.getName().matches("is[A-Z].*")
                        && method.getParameterCount() == 0
                        && method.getReturnType() == boolean.class
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers()))
                .collect(Collectors.toMap(Method::getName, method -> method, (own, inherited) -> own));
    }
}
