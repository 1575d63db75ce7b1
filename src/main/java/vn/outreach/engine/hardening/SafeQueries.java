package vn.outreach.engine.hardening;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;

/**
 * Lets no query run that carries an expression beyond "who am I", "when is it" and the product's own "until when" (the
 * bean {@code dueDays}). The engine evaluates expressions of queries with all of Java behind them, and its own check
 * forgets those inside {@code orQueries} (CVE-2026-109432). Every query asked for is a command of its own; one that
 * only extends a stored filter is inside the filter's command, and the stored part is checked by {@link SafeFilters}.
 */
public final class SafeQueries extends CommandInterceptor {

    private static final String NUMBER = "-?\\d{1,6}";
    private static final String DATE_CALL =
            "(?:(?:plus|minus)(?:Years|Months|Weeks|Days|Hours|Minutes|Seconds)\\(" + NUMBER + "\\)"
                    + "|withTimeAtStartOfDay\\(\\)"
                    + "|with(?:DayOfWeek|DayOfMonth|DayOfYear|MonthOfYear|Year|HourOfDay|MinuteOfHour|SecondOfMinute|MillisOfSecond)\\("
                    + NUMBER + "\\))";
    private static final Pattern HARMLESS =
            Pattern.compile("[$#]\\{(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(?:\\." + DATE_CALL + "){0,20}(?:\\.toDate\\(\\))?"
                    + "|dueDays\\.(?:overdue\\(\\)|within\\(\\d{1,2}\\)))}");
    private static final EngineField<Query> EXTENDING_QUERY =
            EngineField.of(AbstractExecuteFilterCmd.class, "extendingQuery", Query.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof AbstractExecuteFilterCmd filter) {
            check((AbstractQuery<?, ?>) EXTENDING_QUERY.in(filter));
        }
        return next.execute(command);
    }

    /**
     * Looks at a query and all that hang on it.
     *
     * @throws Refusal {@code expression-forbidden}
     */
    static void check(AbstractQuery<?, ?> query) {
        if (query != null) {
            check(query, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private static void check(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> seen) {
        if (!seen.add(query)) {
            // A task query is the first of its own parts, and each part knows all of them.
            return;
        }
        query.getExpressions().values().forEach(SafeQueries::check);
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(part -> check(part, seen));
        }
    }

    private static void check(String expression) {
        if (expression == null || !HARMLESS.matcher(expression).matches()) {
            throw Refusal.invalid(
                    "expression-forbidden",
                    null,
                    "Truy vấn chứa biểu thức không được phép; chỉ dùng được ${currentUser()}, ${currentUserGroups()}, ${now()},"
                            + " ${dateTime()} cùng các phép cộng trừ ngày giờ, ${dueDays.overdue()} và ${dueDays.within(3)}.");
        }
    }
}
