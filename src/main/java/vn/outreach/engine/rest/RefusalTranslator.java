package vn.outreach.engine.rest;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.base.database.DatabaseAway;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.StaleTask;
import vn.outreach.engine.guard.RefusedCommand;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.web.Origin;

/**
 * Turns a {@link Refusal} that leaves a command into the one exception whose status Camunda's REST resources keep, on
 * {@code /engine-rest} and on the webapps' own API alike. Refusals inside listeners arrive wrapped; the cause counts.
 * Who came second to a step, or asked for what cannot be, gets an answer too; background work does not: its own ways of
 * trying again need the failure. What somebody may not do is recorded in the audit: this is the outermost interceptor,
 * so all of it is rolled back by now.
 */
public final class RefusalTranslator extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalTranslator.class);

    private final BooleanSupplier somebodyAsks;
    private final AuditTrail audit;

    public RefusalTranslator(BooleanSupplier somebodyAsks, AuditTrail audit) {
        this.somebodyAsks = somebodyAsks;
        this.audit = audit;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            if (outermost && somebodyAsks.getAsBoolean()) {
                record(failure, command);
            }
            throw translated(failure, command, outermost);
        }
    }

    private void record(RuntimeException failure, Command<?> command) {
        RefusedCommand refused = RefusedCommand.in(failure, command);
        if (refused != null) {
            refused.recordIn(audit);
        }
    }

    private RuntimeException translated(RuntimeException failure, Command<?> command, boolean outermost) {
        if (failure instanceof RefusedException) {
            return failure;
        }
        Refusal refusal = Refusal.in(failure);
        if (refusal == null && somebodyAsks.getAsBoolean() && StaleTask.is(failure)) {
            refusal = StaleTask.refusal();
        }
        // Whoever logs in is nobody yet.
        if (refusal == null
                && (somebodyAsks.getAsBoolean() || Origin.address() != null)
                && DatabaseAway.isCauseOf(failure)) {
            refusal = DatabaseAway.refusal(failure);
        }
        return refusal == null ? answered(failure, command, outermost) : new RefusedException(refusal);
    }

    /**
     * The engine looks into failures of commands within commands itself; only what leaves the whole one is an answer.
     */
    private RuntimeException answered(RuntimeException failure, Command<?> command, boolean outermost) {
        ClientErrorClassifier.Answer answer =
                outermost && somebodyAsks.getAsBoolean() ? ClientErrorClassifier.of(failure, command) : null;
        if (answer == null) {
            return failure;
        }
        if (failure instanceof ProcessEnginePersistenceException) {
            // Should the fault be ours after all, this says where to look; the values of the request stay out of the
            // log.
            LOG.info(
                    "{} was refused: the database could not keep or read a value",
                    command.getClass().getSimpleName());
        }
        return new RefusedException(answer);
    }
}
