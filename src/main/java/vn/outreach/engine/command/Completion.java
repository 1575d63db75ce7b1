package vn.outreach.engine.command;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;

/** The commands that complete a task, of a person or a system. */
final class Completion {

    private static final Set<Class<?>> COMMANDS =
            Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, CompleteExternalTaskCmd.class);

    private Completion() {}

    /** Whether one of them runs now. */
    static boolean runs() {
        CommandInvocationContext running = Context.getCommandInvocationContext();
        return running != null && COMMANDS.contains(running.getCommand().getClass());
    }
}
