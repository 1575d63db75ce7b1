package vn.outreach.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the application asks of its database: statements, round trips (a batch is one) and commits, each thread
 * for itself, so that one test's figures hold nothing of what happens beside it.
 */
public final class Jdbc implements BeanPostProcessor {

    private static final ThreadLocal<int[]> COUNTS = ThreadLocal.withInitial(() -> new int[3]);
    /** Of all threads that answer requests together, and what they sent. */
    private static final int[] OF_REQUESTS = new int[3];
    private static final List<String> SENT_BY_REQUESTS = Collections.synchronizedList(new ArrayList<>());

    private static final int STATEMENTS = 0;
    private static final int ROUND_TRIPS = 1;
    private static final int COMMITS = 2;

    /** What some work cost. */
    public record Cost(int statements, int roundTrips, int commits) {

        public Cost plus(Cost other) {
            return new Cost(
                    statements + other.statements, roundTrips + other.roundTrips, commits + other.commits);
        }
    }

    /** What this thread's work costs. */
    public static Cost of(Runnable work) {
        int[] before = COUNTS.get().clone();
        work.run();
        return difference(before, COUNTS.get());
    }

    /** What the requests cost that are sent and answered within this work, whichever threads answer them. */
    public static Cost ofRequests(Runnable work) {
        int[] before = requests();
        work.run();
        return difference(before, requests());
    }

    /** Each round trip of requests since it was asked last: its statement and where in the product it comes from. */
    public static List<String> sentByRequests() {
        synchronized (SENT_BY_REQUESTS) {
            List<String> sent = List.copyOf(SENT_BY_REQUESTS);
            SENT_BY_REQUESTS.clear();
            return sent;
        }
    }

    private static int[] requests() {
        synchronized (OF_REQUESTS) {
            return OF_REQUESTS.clone();
        }
    }

    private static Cost difference(int[] before, int[] after) {
        return new Cost(
                after[STATEMENTS] - before[STATEMENTS],
                after[ROUND_TRIPS] - before[ROUND_TRIPS],
                after[COMMITS] - before[COMMITS]);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Counting(dataSource) : bean;
    }

    private static void count(int what, int times) {
        COUNTS.get()[what] += times;
        if (isRequest()) {
            synchronized (OF_REQUESTS) {
                OF_REQUESTS[what] += times;
            }
        }
    }

    private static boolean isRequest() {
        return Thread.currentThread().getName().startsWith("http-nio-");
    }

    private static void sent(String sql) {
        if (isRequest() && Boolean.getBoolean("round-trips")) {
            SENT_BY_REQUESTS.add(sql.replaceAll("\\s+", " ").strip() + "\t" + StackWalker.getInstance().walk(frames -> frames
                    .filter(frame -> frame.getClassName().startsWith("vn.outreach") && !frame.getClassName().startsWith(Jdbc.class.getName())
                            || frame.getClassName().endsWith("Cmd"))
                    .filter(frame -> !frame.getMethodName().startsWith("doFilter"))
                    .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                    .distinct()
                    .limit(8)
                    .collect(Collectors.joining(" < "))));
        }
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, super.getConnection(), Counting::connectionCall);
        }

        private static Object connectionCall(Object target, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                count(COMMITS, 1);
            }
            Object result = call(target, method, arguments);
            return result instanceof Statement statement
                    ? proxy(typeOf(statement), statement, new StatementCalls(arguments))
                    : result;
        }

        private static Class<? extends Statement> typeOf(Statement statement) {
            if (statement instanceof CallableStatement) {
                return CallableStatement.class;
            }
            return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        }
    }

    /** One statement; it remembers how many rows of a batch wait to be sent. */
    private static final class StatementCalls implements Call {

        private final String sql;
        private int batch;

        StatementCalls(Object[] made) {
            sql = made != null && made[0] instanceof String text ? text : null;
        }

        @Override
        public Object of(Object target, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("addBatch")) {
                batch++;
            } else if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
                count(STATEMENTS, batch);
                count(ROUND_TRIPS, 1);
                sent("batch " + batch + " " + sql);
                batch = 0;
            } else if (name.startsWith("execute")) {
                count(STATEMENTS, 1);
                count(ROUND_TRIPS, 1);
                sent(sql == null ? String.valueOf(arguments[0]) : sql);
            }
            return call(target, method, arguments);
        }
    }

    private interface Call {
        Object of(Object target, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Object target, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> call.of(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(Jdbc.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
