package vn.outreach.engine.command;

import java.util.Set;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;

/** A command that reads open tasks: of a task's definition it needs what was deployed. */
public interface TaskReading<T> extends Command<T> {

    /** The engine's own. */
    Set<Class<?>> OF_ENGINE = Set.of(
            TaskQueryImpl.class,
            ExecuteFilterListPageCmd.class,
            GetTaskFormCmd.class,
            GetDeployedTaskFormCmd.class,
            GetTaskFormVariablesCmd.class);

    /** Whether one of them runs now. */
    static boolean runs() {
        CommandInvocationContext running = Context.getCommandInvocationContext();
        return running != null
                && (running.getCommand() instanceof TaskReading
                        || OF_ENGINE.contains(running.getCommand().getClass()));
    }
}
