package vn.outreach.engine.command;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.outreach.base.database.DatabaseAway;

/**
 * Runs what somebody asked for once more when it failed. Two who work in one case at once meet in the engine: the
 * second loses on a revision though its own task is still open, or reads half of what the first just changed and fails
 * in odd ways. All of a failed command was rolled back, so a second try either succeeds or gets the right refusal.
 */
public final class RetryInterceptor extends CommandInterceptor {

    /** What people and systems do in cases; other commands may hold a stream that can be read only once. */
    private static final Set<Class<?>> REPEATABLE = Set.of(
            AddCommentCmd.class,
            StartProcessInstanceCmd.class,
            SubmitStartFormCmd.class,
            ClaimTaskCmd.class,
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            CorrelateMessageCmd.class,
            MessageEventReceivedCmd.class,
            CompleteExternalTaskCmd.class);

    private static final int TRIES = 2;
    private static final int TRIES_WHEN_TOO_LATE = 4;

    private final BooleanSupplier somebodyAsks;

    public RetryInterceptor(BooleanSupplier somebodyAsks) {
        this.somebodyAsks = somebodyAsks;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!REPEATABLE.contains(command.getClass()) || !mayRepeat()) {
            return next.execute(command);
        }
        for (int failures = 1; ; failures++) {
            try {
                return next.execute(command);
            } catch (AuthorizationException notAllowed) {
                throw notAllowed;
            } catch (RuntimeException failure) {
                if (DatabaseAway.isCauseOf(failure)
                        || failures >= (StaleTask.is(failure) ? TRIES_WHEN_TOO_LATE : TRIES)) {
                    throw failure;
                }
            }
        }
    }

    /** Only a whole transaction can be repeated, and background work has its own ways of trying again. */
    private boolean mayRepeat() {
        return Context.getCommandContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && somebodyAsks.getAsBoolean();
    }
}
