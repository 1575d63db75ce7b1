package vn.outreach.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * What the house itself does to a process because of a person's request about something else: it needs no grants of that
 * person on the process, and stays in the same transaction.
 */
@Component
public class HouseCommands {

    private final ProcessEngineConfigurationImpl engine;

    HouseCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public void run(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() -> {
            work.run();
            return null;
        }));
    }
}
