package vn.outreach.engine.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * Answers refusals that come through Camunda's REST resources, ahead of Camunda's own handler: the resources wrap them
 * in exceptions of theirs, with English in front of the sentence, and keep them as the cause.
 */
@Priority(EngineRefusals.BEFORE_CAMUNDA)
public final class EngineRefusals implements ExceptionMapper<RestException> {

    static final int BEFORE_CAMUNDA = 1;

    private static final String INVALID = "InvalidRequestException";

    /** Camunda's form of an error, with the refusal beside it for whoever may say it better. */
    static final class Answer extends ExceptionDto {

        private final Refusal refusal;

        private Answer(String type, @Nullable String message, Refusal refusal) {
            this.refusal = refusal;
            setType(type);
            setMessage(message);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    @Override
    public Response toResponse(RestException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return answer(refused.getStatus().getStatusCode(), failure, refused.refusal());
            }
            if (cause instanceof JsonMappingException unfit && !unfit.getPath().isEmpty()) {
                return JsonErrors.answer(unfit);
            }
        }
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    /** A request that was refused before any command of the engine saw it. */
    static Response answer(Refusal refusal) {
        return answer(refusal.kind().engineStatus(), new Answer(INVALID, refusal.getMessage(), refusal));
    }

    private static Response answer(int status, RestException failure, Refusal refusal) {
        return answer(status, new Answer(failure.getClass().getSimpleName(), failure.getMessage(), refusal));
    }

    private static Response answer(int status, Answer answer) {
        return Response.status(status)
                .entity(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
