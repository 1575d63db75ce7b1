package vn.outreach.engine.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.web.ErrorId;
import vn.outreach.web.RefusalHeaders;
import vn.outreach.web.http.Problem;
import vn.outreach.web.http.Sentences;

/**
 * The last look at what Camunda's REST resources answer to what went wrong. A refusal of ours is there as such: its
 * code and field go into the head, and in the webapps people read its sentence alone. Everything else is Camunda's own
 * English, or a failure of ours: people get a sentence of the status, systems keep Camunda's words as long as they name
 * nothing of the inside.
 */
public final class EngineErrors implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 500;
    /** A class of ours says nothing to Camunda's clients; this one of theirs does. */
    private static final String OURS = "RefusedException";

    private static final String GENERAL = "RestException";
    private static final String INVALID = "InvalidRequestException";
    private static final String WEBAPPS = "/camunda/api/";
    private static final Set<String> FAILURES = Set.of(GENERAL, "ProcessEngineException");

    private static final Refusal GONE =
            Refusal.unknown("not-found", "Không tìm thấy dữ liệu này; có thể việc đã được làm xong hoặc đã bị xóa.");
    private static final Refusal NO_RIGHT =
            Refusal.forbidden("grant-missing", Sentences.of(FORBIDDEN).detail());
    private static final Refusal UNREADABLE = Refusal.invalid(
            "json-unreadable", null, "Nội dung gửi lên không đúng: JSON không đọc được hoặc có giá trị không hợp lệ.");
    /** The one refusal of the REST resources themselves that people cause with a form; the engine is not asked. */
    private static final String WRONG_PASSWORD = "The given authenticated user password is not valid.";

    private static final Refusal PASSWORD_WRONG =
            Refusal.invalid("password-wrong", "authenticatedUserPassword", "Mật khẩu hiện tại không đúng.");

    /** Packages with a class behind them, Jackson's and JAX-RS's ways of telling where they were, paths of a server. */
    private static final Pattern INTERNAL = Pattern.compile(
            "\\b(?:[a-z_][a-z0-9_]*\\.){2,}[\\w$]*[A-Z]|\\bat \\[|\\(class |reference chain|java type|Exception\\b|"
                    + "SQL|JDBC|(?:^|[\\s'\"(])/(?:home|usr|opt|var|tmp|root|srv)/");

    private static final Pattern NOTHING_THERE = Pattern.compile("^No [\\w ]{1,40} found with id|does not exist");
    private static final Pattern PARAMETER = Pattern.compile("query parameter '([^']{1,100})'");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < BAD_REQUEST) {
            return;
        }
        if (response.getEntity() instanceof String text) {
            // What JAX-RS itself refuses is plain text: it becomes what Camunda's others are.
            replace(response, INVALID, text);
        }
        if (!(response.getEntity() instanceof ExceptionDto error)) {
            return;
        }
        boolean forPeople = request.getUriInfo().getRequestUri().getPath().contains(WEBAPPS);
        if (error instanceof EngineRefusals.Answer answer) {
            RefusalHeaders.of(answer.refusal(), response.getHeaders()::putSingle);
            error.setType(OURS.equals(error.getType()) ? GENERAL : error.getType());
            if (forPeople) {
                error.setMessage(answer.refusal().getMessage());
            }
        } else if (response.getStatus() >= FIRST_FAILURE && !isOfAnUnknownId(error)) {
            fail(request, response, error);
        } else {
            say(response, error, forPeople);
        }
    }

    private static void fail(ContainerRequestContext request, ContainerResponseContext response, ExceptionDto error) {
        String id = ErrorId.next();
        LOG.error(
                "Error {}: {} {} failed with {}: {}",
                id,
                request.getMethod(),
                request.getUriInfo().getRequestUri().getPath(),
                error.getType(),
                error.getMessage());
        error.setMessage(Sentences.failure(id));
        error.setType(FAILURES.contains(error.getType()) ? error.getType() : GENERAL);
        response.getHeaders()
                .putSingle(
                        RefusalHeaders.CODE,
                        Sentences.failure(response.getStatus(), id).code());
    }

    private static void say(ContainerResponseContext response, ExceptionDto error, boolean forPeople) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        Refusal refusal = refusal(response.getStatus(), error, message);
        if (isOfAnUnknownId(error)) {
            response.setStatus(NOT_FOUND);
        }
        RefusalHeaders.of(refusal, response.getHeaders()::putSingle);
        if (error instanceof AuthorizationExceptionDto && forPeople) {
            // The webapps would make an English sentence of the fields beside it.
            replace(response, GENERAL, refusal.getMessage());
        } else if (forPeople
                || error instanceof AuthorizationExceptionDto
                || INTERNAL.matcher(message).find()) {
            error.setMessage(refusal.getMessage());
        }
    }

    /** What Camunda's own error amounts to: its exception is gone by now, its class and its English are left. */
    private static Refusal refusal(int status, ExceptionDto error, String message) {
        if (error instanceof AuthorizationExceptionDto) {
            return NO_RIGHT;
        }
        if (message.equals(WRONG_PASSWORD)) {
            return PASSWORD_WRONG;
        }
        if (status == NOT_FOUND || isOfAnUnknownId(error)) {
            return GONE;
        }
        Matcher parameter = PARAMETER.matcher(message);
        if (parameter.find()) {
            return Refusal.invalid(
                    "field-type",
                    parameter.group(1),
                    "Giá trị của tham số “%s” không đúng.".formatted(parameter.group(1)));
        }
        if (status == BAD_REQUEST && INTERNAL.matcher(message).find()) {
            return UNREADABLE;
        }
        Problem problem = Sentences.of(status);
        return Refusal.invalid(problem.code(), null, problem.detail());
    }

    private static void replace(ContainerResponseContext response, String type, String message) {
        ExceptionDto error = new ExceptionDto();
        error.setType(type);
        error.setMessage(message);
        response.setEntity(error, null, MediaType.APPLICATION_JSON_TYPE);
    }

    /** Some of Camunda's resources make a failure of it that the thing they were asked for is not there. */
    private static boolean isOfAnUnknownId(ExceptionDto error) {
        return INVALID.equals(error.getType())
                && error.getMessage() != null
                && NOTHING_THERE.matcher(error.getMessage()).find();
    }
}
