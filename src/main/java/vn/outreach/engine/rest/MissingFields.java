package vn.outreach.engine.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import vn.outreach.base.refusal.Refusal;

/**
 * Camunda's REST resources fail on bodies that lack a field: it is the sender's fault and answered so. A failure that
 * comes from anywhere else stays one of ours.
 */
final class MissingFields {

    private static final String OF_REST = "org.camunda.bpm.engine.rest.";
    private static final String BUILDER = "Builder";

    private MissingFields() {}

    /** The resource itself, or what it builds a command with, reached for a field that was not sent. */
    public static final class Reached implements ExceptionMapper<NullPointerException> {

        @Override
        public Response toResponse(NullPointerException failure) {
            StackTraceElement[] trace = failure.getStackTrace();
            boolean theirs = trace.length > 0
                    && (trace[0].getClassName().startsWith(OF_REST)
                            || trace[0].getClassName().contains(BUILDER));
            return theirs ? missing() : ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
    }

    /** The resource looked for itself, before it asked the engine for anything. */
    public static final class Checked implements ExceptionMapper<NullValueException> {

        @Override
        public Response toResponse(NullValueException missing) {
            return missing();
        }
    }

    private static Response missing() {
        return EngineRefusals.answer(Refusal.invalid("field-missing", null, "Yêu cầu thiếu thông tin bắt buộc."));
    }
}
