package vn.outreach.http;

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
import vn.outreach.web.ErrorId;

/**
 * Camunda's REST resources answer errors with the exception's own message. What names classes, or tells of a failure of
 * ours, is replaced by a sentence, on {@code /engine-rest} and in the webapps' APIs alike; the type stays, clients know
 * it. Messages for people, ours among them, pass as they are; in the webapps they pass alone.
 */
public final class EngineErrors implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    /** A class of ours says nothing to Camunda's clients; this one of theirs does. */
    private static final String OURS = "RefusedException";
    private static final String GENERAL = "RestException";
    /** Tells the page that asked which field of the form is meant; people read only its label. */
    private static final String FIELD_HEADER = "Outreach-Field";
    private static final String WEBAPPS = "/camunda/api/";
    private static final int FIRST_FAILURE = 500;
    private static final Set<String> FAILURES = Set.of(GENERAL, "ProcessEngineException");

    /** Packages with a class behind them, Jackson's and JAX-RS's ways of telling where they were, paths of a server. */
    private static final Pattern INTERNAL = Pattern.compile(
            "\\b(?:[a-z_][a-z0-9_]*\\.){2,}[\\w$]*[A-Z]|\\bat \\[|\\(class |reference chain|java type|Exception\\b|"
                    + "SQL|JDBC|(?:^|[\\s'\"(])/(?:home|usr|opt|var|tmp|root|srv)/");
    private static final Pattern NOTHING_THERE = Pattern.compile("^No [\\w ]{1,40} found with id|does not exist");
    private static final Pattern PARAMETER = Pattern.compile("query parameter '([^']{1,100})'");
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Unrecognized field \"([^\"]{1,100})\"");
    private static final Pattern FIELD = Pattern.compile("\\[\"([^\"]{1,100})\"]");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < BAD_REQUEST) {
            return;
        }
        if (response.getEntity() instanceof String text) {
            response.setEntity(error("InvalidRequestException", text), null, MediaType.APPLICATION_JSON_TYPE);
        }
        if (response.getEntity() instanceof AuthorizationExceptionDto noGrant) {
            // The engine's sentence is English and speaks of its resources; the fields beside it stay for clients.
            noGrant.setMessage(Sentences.of(FORBIDDEN).detail());
            if (isForPeople(request)) {
                // The webapps would make an English sentence of those fields.
                response.setEntity(error(GENERAL, noGrant.getMessage()), null, MediaType.APPLICATION_JSON_TYPE);
            }
        }
        if (response.getEntity() instanceof ExceptionDto error) {
            clean(request, response, error);
            error.setType(OURS.equals(error.getType()) ? GENERAL : error.getType());
            if (isForPeople(request) && error.getMessage() != null) {
                String field = PeoplesSentence.field(error.getMessage());
                if (field != null) {
                    response.getHeaders().putSingle(FIELD_HEADER, field);
                }
                error.setMessage(PeoplesSentence.of(response.getStatus(), error.getMessage()));
            }
        }
    }

    private static boolean isForPeople(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath().contains(WEBAPPS);
    }

    /** Jackson's own way of refusing a body on {@code /engine-rest} is plain text: it becomes what Camunda's others are. */
    private static ExceptionDto error(String type, String text) {
        ExceptionDto error = new ExceptionDto();
        error.setType(type);
        error.setMessage(text);
        return error;
    }

    private static void clean(ContainerRequestContext request, ContainerResponseContext response, ExceptionDto error) {
        if (response.getStatus() >= FIRST_FAILURE && isOfAnUnknownId(error)) {
            response.setStatus(NOT_FOUND);
            error.setMessage(Sentences.of(NOT_FOUND).detail());
            return;
        }
        if (response.getStatus() >= FIRST_FAILURE) {
            String id = ErrorId.next();
            LOG.error("Error {}: {} {} failed with {}: {}", id, request.getMethod(),
                    request.getUriInfo().getRequestUri().getPath(), error.getType(), error.getMessage());
            error.setMessage(Sentences.failure(id));
            error.setType(FAILURES.contains(error.getType()) ? error.getType() : GENERAL);
        } else if (error.getMessage() != null && INTERNAL.matcher(error.getMessage()).find()) {
            error.setMessage(response.getStatus() == BAD_REQUEST
                    ? sentence(error.getMessage())
                    : Sentences.of(response.getStatus()).detail());
        }
    }

    /** Some of Camunda's resources make a failure of it that the thing they were asked for is not there. */
    private static boolean isOfAnUnknownId(ExceptionDto error) {
        return "InvalidRequestException".equals(error.getType())
                && error.getMessage() != null
                && NOTHING_THERE.matcher(error.getMessage()).find();
    }

    private static String sentence(String message) {
        String parameter = first(PARAMETER, message);
        if (parameter != null) {
            return "Giá trị của tham số “%s” không đúng.".formatted(parameter);
        }
        String unknown = first(UNKNOWN_FIELD, message);
        if (unknown != null) {
            return "Nội dung JSON không đúng: không có trường “%s”.".formatted(unknown);
        }
        String field = last(FIELD, message);
        if (field != null) {
            return "Nội dung JSON không đúng ở trường “%s”.".formatted(field);
        }
        return "Nội dung gửi lên không đúng: JSON không đọc được hoặc có giá trị không hợp lệ.";
    }

    private static String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** The innermost field is the last that is named. */
    private static String last(Pattern pattern, String message) {
        return pattern.matcher(message).results().map(found -> found.group(1)).reduce((one, next) -> next).orElse(null);
    }
}
