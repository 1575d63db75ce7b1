package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Camunda Form on the screen, filled by the keys of its fields. The form takes a text when its field is left, so every
 * field is left; what was filled in is compared with what Tasklist sends, and a lost field fails the test.
 */
final class FormPage {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final String formId;
    private final Locator form;
    private final Map<String, Object> filled = new LinkedHashMap<>();

    FormPage(String formId, Locator form) {
        this.formId = formId;
        this.form = form;
        form.locator(".fjs-form-field").first().waitFor();
    }

    /**
     * Fills one field as a person would: numbers and texts are typed, days typed as dd/MM/yyyy, choices clicked. The
     * value is the field's own: a code, a list of codes, a LocalDate, a number, a text, or true for a box to tick.
     */
    FormPage fill(String key, Object value) {
        JsonNode component = Forms.component(formId, key);
        switch (component.get("type").asText()) {
            case "textfield", "textarea", "number" -> type(element(key, ""), String.valueOf(value));
            case "datetime" -> type(element(key, "-date"), TYPED.format((LocalDate) value));
            case "radio" -> choose(element(key, "-" + Forms.codes(component).indexOf(String.valueOf(value))));
            case "checklist" -> codes(value).forEach(code -> choose(element(key, "-" + Forms.codes(component).indexOf(code))));
            case "checkbox" -> choose(element(key, ""));
            case "select" -> select(key, Forms.label(component, String.valueOf(value)));
            default -> throw new AssertionError("No hand for a " + component.get("type"));
        }
        filled.put(key, value);
        return this;
    }

    FormPage fill(Map<String, ?> values) {
        values.forEach(this::fill);
        return this;
    }

    /** Ticks what a list offers by the text that a person reads: for lists that only the running form knows. */
    FormPage tick(String key, String... labels) {
        for (String label : labels) {
            form.locator("label[for*='-field_" + key + "-']")
                    .filter(new Locator.FilterOptions().setHasText(label))
                    .first()
                    .click();
        }
        return this;
    }

    boolean has(String key) {
        return form.locator("[id*='-field_" + key + "']").count() > 0;
    }

    /** What Tasklist sent has every field that was filled in, as it was filled in. */
    void wasSentIn(Request request) {
        JsonNode sent = json(request.postData()).get("variables");
        filled.forEach((key, value) -> assertThat(text(sent.path(key).path("value")))
                .as("%s of %s", key, formId)
                .isEqualTo(text(value)));
    }

    private Locator element(String key, String part) {
        return form.locator("[id$='-field_" + key + part + "']");
    }

    /** What was typed is kept the first time: the form may draw itself anew, but not over it. */
    private static void type(Locator field, String text) {
        field.fill(text);
        field.press("Tab");
        PlaywrightAssertions.assertThat(field).hasValue(text);
    }

    /** The form draws the choice anew once it has taken it. */
    private static void choose(Locator box) {
        if (!box.isChecked()) {
            box.click();
        }
        PlaywrightAssertions.assertThat(box).isChecked();
    }

    private void select(String key, String label) {
        // Whoever comes by the tab key finds the list open, and a click would close it.
        element(key, "").focus();
        form.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Object value) {
        return (List<String>) value;
    }

    /** One way of writing for what forms send in several: 7 and 7.0, a list as text. */
    private static String text(Object value) {
        JsonNode node = value instanceof JsonNode given ? given : Rest.JSON.valueToTree(value instanceof LocalDate ? value.toString() : value);
        if (node.isTextual() && node.asText().startsWith("[")) {
            return json(node.asText()).toString();
        }
        if (node.isNumber()) {
            return String.valueOf(node.doubleValue());
        }
        return node.isTextual() ? node.asText() : node.toString();
    }

    private static JsonNode json(String text) {
        try {
            return Rest.JSON.readTree(text);
        } catch (java.io.IOException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
