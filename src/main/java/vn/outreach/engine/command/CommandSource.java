package vn.outreach.engine.command;

import java.util.ArrayDeque;
import java.util.Deque;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.ledger.Source;

/**
 * Knows from which source the present step came: a person, a message, a job or a worker. The innermost command counts.
 */
public final class CommandSource extends CommandInterceptor {

    private static final ThreadLocal<Deque<Source>> SOURCES = ThreadLocal.withInitial(ArrayDeque::new);

    public static Source current() {
        Source source = SOURCES.get().peek();
        return source == null ? Source.PERSON : source;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Source source = source(command);
        if (source == null) {
            return next.execute(command);
        }
        SOURCES.get().push(source);
        try {
            return next.execute(command);
        } finally {
            SOURCES.get().pop();
        }
    }

    private static @Nullable Source source(Command<?> command) {
        if (command instanceof CorrelateMessageCmd
                || command instanceof CorrelateAllMessageCmd
                || command instanceof MessageEventReceivedCmd) {
            return Source.MESSAGE;
        }
        if (command instanceof ExecuteJobsCmd) {
            return Source.JOB;
        }
        return command instanceof CompleteExternalTaskCmd ? Source.WORKER : null;
    }
}
