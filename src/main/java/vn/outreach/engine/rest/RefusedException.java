package vn.outreach.engine.rest;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * A {@link Refusal} on its way through Camunda's REST resources. They keep the status of a {@code RestException}, and
 * wrap it as the cause of their own: whoever answers finds the refusal there, as data. The message is for systems,
 * which have no form to look at: it names the field by its code.
 */
public final class RefusedException extends RestException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        this(refusal.kind().engineStatus(), refusal, refusal.field());
    }

    /** What the engine itself says: of a thing that the address names and nobody knows, that it is not there. */
    public RefusedException(ClientErrorClassifier.Answer answer) {
        this(answer.status(), answer.refusal(), answer.reason());
    }

    private RefusedException(int status, Refusal refusal, @Nullable String reason) {
        super(
                Status.fromStatusCode(status),
                refusal,
                reason == null ? refusal.getMessage() : refusal.getMessage() + " (" + reason + ")");
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
