package vn.outreach.engine.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import vn.outreach.base.refusal.Refusal;

/**
 * Bodies that Camunda's APIs cannot read. Camunda itself says nothing of them, Jackson tells its whole inner life as
 * plain text; here the field is named, or the place, in Camunda's form.
 */
final class JsonErrors {

    private JsonErrors() {}

    /** JSON, but not what belongs there. */
    @Priority(EngineRefusals.BEFORE_CAMUNDA)
    public static final class Mapping implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException unfit) {
            return answer(unfit);
        }
    }

    /** No JSON at all. */
    @Priority(EngineRefusals.BEFORE_CAMUNDA)
    public static final class Parsing implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException unreadable) {
            return unreadable(unreadable);
        }
    }

    static Response answer(JsonMappingException unfit) {
        String field = unfit.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse(null);
        if (field == null) {
            return unreadable(unfit);
        }
        return EngineRefusals.answer(
                unfit instanceof UnrecognizedPropertyException
                        ? Refusal.invalid(
                                "field-unknown",
                                field,
                                "Nội dung JSON không đúng: không có trường “%s”.".formatted(field))
                        : Refusal.invalid(
                                "field-type", field, "Nội dung JSON không đúng ở trường “%s”.".formatted(field)));
    }

    private static Response unreadable(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        return EngineRefusals.answer(Refusal.invalid(
                "json-unreadable",
                null,
                location == null
                        ? "Nội dung JSON không đúng."
                        : "Nội dung JSON không đúng ở dòng %d, cột %d."
                                .formatted(location.getLineNr(), location.getColumnNr())));
    }
}
