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
import vn.outreach.register.ledger.Source;

/** Knows through which door the present step came: a person, a message, a job or a worker. The innermost command counts. */
public final class CommandSource extends CommandInterceptor {

    private static final ThreadLocal<Deque<Source>> DOORS = ThreadLocal.withInitial(ArrayDeque::new);

    public static Source current() {
        Source door = DOORS.get().peek();
        return door == null ? Source.PERSON : door;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Source door = door(command);
        if (door == null) {
            return next.execute(command);
        }
        DOORS.get().push(door);
        try {
            return next.execute(command);
        } finally {
            DOORS.get().pop();
        }
    }

    private static Source door(Command<?> command) {
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
