package vn.outreach.web.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;

/**
 * Whether a body is JSON that is built to break its reader: nested without end, or with numbers that fill the memory.
 * Looked at once, in front of everybody's own reader: Camunda makes a new one for each request and answers its limits
 * with 500. What is no JSON at all passes; whoever expects some says so better.
 */
final class JsonShape {

    static final String SENTENCE =
            "Nội dung JSON không đúng: là null, lồng quá nhiều cấp hoặc có số quá lớn; yêu cầu chưa được thực hiện.";

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private static final String VALUE = "value";

    private JsonShape() {}

    /**
     * Reads the whole numbers of a body for Camunda's APIs as they were written: behind Camunda's own reader 1.000 is
     * 1. A value stands in an object that bears its field's name ({@code "workerCount": {"value": 600}}).
     *
     * @throws Refusal {@code field-type} with the field
     */
    static void checkNumbers(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT && VALUE.equals(parser.currentName())) {
                    String field = parser.getParsingContext().getParent().getCurrentName();
                    BigDecimal written = parser.getDecimalValue();
                    KnownFields.find(field)
                            .filter(WholeNumber.class::isInstance)
                            .ifPresent(type -> type.read(KnownFields.name(field), written));
                }
            }
        } catch (IOException notJson) {
            // Whoever reads it says so better.
            return;
        }
    }

    static boolean isHostile(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_NULL) {
                // An object is expected everywhere; Camunda fails on the one that is not there.
                return true;
            }
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(parser.getDoubleValue())) {
                    return true;
                }
            }
            return false;
        } catch (StreamConstraintsException hostile) {
            return true;
        } catch (IOException notJson) {
            return false;
        }
    }
}
