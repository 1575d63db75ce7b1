package vn.outreach.engine.command;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import vn.outreach.process.PrivilegedCommands;

/** Runs commands without the engine's authorization checks. */
@Component
class EnginePrivilegedCommands implements PrivilegedCommands {

    private final ProcessEngineConfigurationImpl engine;

    EnginePrivilegedCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void run(Runnable work) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    work.run();
                    return null;
                }));
    }
}
