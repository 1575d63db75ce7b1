package vn.outreach.engine.hardening;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.JobDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;

/**
 * What the engine's own limit on rows leaves open: a page that begins before the list or is smaller than nothing fails
 * in the database. It also is too strict for some short lists.
 */
public final class PageLimits extends CommandInterceptor {

    private static final EngineField<Integer> FIRST_OF_FILTER =
            EngineField.of(ExecuteFilterListPageCmd.class, "firstResult", int.class);
    private static final EngineField<Integer> SIZE_OF_FILTER =
            EngineField.of(ExecuteFilterListPageCmd.class, "maxResults", int.class);

    /** Whether the engine will hold this query to the limit; the product's own questions are not. */
    private static final EngineField<Boolean> LIMITED =
            EngineField.of(AbstractQuery.class, "maxResultsLimitEnabled", boolean.class);

    private static final Set<Class<?>> SHORT = Set.of(
            FilterQueryImpl.class,
            ProcessDefinitionQueryImpl.class,
            DecisionDefinitionQueryImpl.class,
            JobDefinitionQueryImpl.class);

    private final BooleanSupplier somebodyAsks;
    private final IntSupplier most;

    public PageLimits(BooleanSupplier somebodyAsks, IntSupplier most) {
        this.somebodyAsks = somebodyAsks;
        this.most = most;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query.getFirstResult(), query.getMaxResults());
            cut(query);
        } else if (command instanceof ExecuteFilterListPageCmd) {
            check(FIRST_OF_FILTER.in(command), SIZE_OF_FILTER.in(command));
        }
        return next.execute(command);
    }

    /**
     * Lists that Tasklist and Cockpit ask for whole, or 2000 rows at once: what models and administrators made, some
     * tens of rows. They are cut where the limit is, since refusing them would break those pages.
     */
    private void cut(AbstractQuery<?, ?> query) {
        if (isShort(query) && LIMITED.in(query) && somebodyAsks.getAsBoolean()) {
            query.setMaxResults(Math.min(query.getMaxResults(), most.getAsInt()));
        }
    }

    private static boolean isShort(AbstractQuery<?, ?> query) {
        // Cockpit asks for the names of groups and users by their ids, without a page.
        return SHORT.contains(query.getClass())
                || query instanceof GroupQueryImpl groups && groups.getIds() != null
                || query instanceof UserQueryImpl users && users.getIds() != null;
    }

    private static void check(int first, int size) {
        if (first < 0 || size < 0) {
            throw Refusal.invalid(
                    "field-range",
                    first < 0 ? "firstResult" : "maxResults",
                    "Trang cần xem phải bắt đầu từ 0 và có từ 0 dòng trở lên.");
        }
    }
}
