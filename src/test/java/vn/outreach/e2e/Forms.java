package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the form files say about a field: its kind, and the codes behind its choices. */
final class Forms {

    private Forms() {}

    /** The component with this key, groups included. */
    static JsonNode component(String formId, String key) {
        JsonNode found = find(read(formId).get("components"), key);
        if (found == null) {
            throw new AssertionError("Form " + formId + " has no field " + key);
        }
        return found;
    }

    /** The codes of a field's choices, in the order in which they are shown. */
    static List<String> codes(JsonNode component) {
        List<String> codes = new ArrayList<>();
        component.path("values").forEach(value -> codes.add(value.get("value").asText()));
        return codes;
    }

    static String label(JsonNode component, String code) {
        for (JsonNode value : component.path("values")) {
            if (value.get("value").asText().equals(code)) {
                return value.get("label").asText();
            }
        }
        throw new AssertionError(component.get("key") + " offers no " + code);
    }

    private static JsonNode read(String formId) {
        try (InputStream file = Forms.class.getResourceAsStream("/forms/" + formId + ".form")) {
            return Rest.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode find(JsonNode components, String key) {
        for (JsonNode component : components) {
            if (key.equals(component.path("key").asText())) {
                return component;
            }
            JsonNode inside = component.has("components") ? find(component.get("components"), key) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
