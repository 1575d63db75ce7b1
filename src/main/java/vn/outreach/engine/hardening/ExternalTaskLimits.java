package vn.outreach.engine.hardening;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.camunda.bpm.engine.impl.cmd.ExtendLockOnExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.LockExternalTaskCmd;
import org.camunda.bpm.engine.impl.externaltask.TopicFetchInstruction;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.engine.command.EngineField;

/**
 * The numbers that a worker sends about external tasks. The engine takes a lock of any length, which hides a task from
 * everybody for as long, any number of tasks at once, and fails on numbers below nothing.
 */
public final class ExternalTaskLimits extends CommandInterceptor {

    private static final EngineField<Integer> MOST =
            EngineField.of(FetchExternalTasksCmd.class, "maxResults", int.class);
    private static final EngineField<Map> TOPICS =
            EngineField.of(FetchExternalTasksCmd.class, "fetchInstructions", Map.class);
    private static final EngineField<Long> LOCK = EngineField.of(LockExternalTaskCmd.class, "lockDuration", long.class);
    private static final EngineField<Long> LONGER =
            EngineField.of(ExtendLockOnExternalTaskCmd.class, "newLockTime", long.class);
    private static final EngineField<Integer> RETRIES =
            EngineField.of(HandleExternalTaskFailureCmd.class, "retries", int.class);
    private static final EngineField<Long> RETRY_AFTER =
            EngineField.of(HandleExternalTaskFailureCmd.class, "retryDuration", long.class);

    /** Until it is tried again a task is hidden from every worker, as one that is locked. */
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    private final BooleanSupplier somebodyAsks;
    private final IntSupplier mostTasks;
    private final Duration longestLock;

    public ExternalTaskLimits(BooleanSupplier somebodyAsks, IntSupplier mostTasks, Duration longestLock) {
        this.somebodyAsks = somebodyAsks;
        this.mostTasks = mostTasks;
        this.longestLock = longestLock;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (somebodyAsks.getAsBoolean()) {
            check(command);
        }
        return next.execute(command);
    }

    private void check(Command<?> command) {
        if (command instanceof FetchExternalTasksCmd) {
            within("maxTasks", "Số việc nhận mỗi lần", MOST.in(command), mostTasks.getAsInt());
            for (Object topic : TOPICS.in(command).values()) {
                lock("lockDuration", ((TopicFetchInstruction) topic).getLockDuration());
            }
        } else if (command instanceof LockExternalTaskCmd) {
            lock("lockDuration", LOCK.in(command));
        } else if (command instanceof ExtendLockOnExternalTaskCmd) {
            lock("newDuration", LONGER.in(command));
        } else if (command instanceof HandleExternalTaskFailureCmd) {
            within("retries", "Số lần thử lại", RETRIES.in(command), Integer.MAX_VALUE);
            within(
                    "retryTimeout",
                    "Thời gian chờ thử lại (mili giây)",
                    RETRY_AFTER.in(command),
                    LONGEST_RETRY.toMillis());
        }
    }

    private void lock(String field, long millis) {
        if (millis < 1 || millis > longestLock.toMillis()) {
            throw Refusal.invalid(
                    "field-range",
                    field,
                    "Thời gian giữ việc phải từ 1 đến %s mili giây."
                            .formatted(WholeNumber.shown(longestLock.toMillis())));
        }
    }

    private static void within(String field, String label, long number, long most) {
        if (number < 0 || number > most) {
            throw Refusal.invalid(
                    "field-range", field, "%s phải từ 0 đến %s.".formatted(label, WholeNumber.shown(most)));
        }
    }
}
