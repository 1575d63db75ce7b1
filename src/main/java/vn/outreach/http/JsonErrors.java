package vn.outreach.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;

/**
 * Bodies that Camunda's APIs cannot read. Camunda itself says nothing of them, Jackson tells its whole inner life as
 * plain text; here the field is named, or the place, in Camunda's form.
 */
final class JsonErrors {

    private static final int BEFORE_ALL_OTHERS = 1;

    private JsonErrors() {
    }

    /** JSON, but not what belongs there. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class Mapping implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException unfit) {
            String field = unfit.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .reduce((outer, inner) -> outer + "." + inner)
                    .orElse(null);
            if (field == null) {
                return answer(place(unfit));
            }
            return answer(unfit instanceof UnrecognizedPropertyException
                    ? "Nội dung JSON không đúng: không có trường “%s”.".formatted(field)
                    : "Nội dung JSON không đúng ở trường “%s”.".formatted(field));
        }
    }

    /** No JSON at all. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class Parsing implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException unreadable) {
            return answer(place(unreadable));
        }
    }

    private static String place(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        return location == null
                ? "Nội dung JSON không đúng."
                : "Nội dung JSON không đúng ở dòng %d, cột %d.".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static Response answer(String sentence) {
        ExceptionDto error = new ExceptionDto();
        error.setType("InvalidRequestException");
        error.setMessage(sentence);
        return Response.status(Response.Status.BAD_REQUEST).entity(error).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
