package vn.outreach.base.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What people see above each field of the forms of this release: the only place where these labels are written. And
 * what the answers offered there send.
 */
final class FormLabels {

    private static final String FORMS = "classpath:forms/*.form";

    private final Map<String, Map<String, String>> byForm = new HashMap<>();
    private final Map<String, String> anywhere = new HashMap<>();
    private final Map<String, Map<String, String>> answers = new HashMap<>();
    private final Set<String> codes = new HashSet<>();

    private FormLabels() {}

    static FormLabels read() {
        FormLabels labels = new FormLabels();
        ObjectMapper json = new ObjectMapper();
        try {
            Resource[] forms =
                    new PathMatchingResourcePatternResolver(FormLabels.class.getClassLoader()).getResources(FORMS);
            // In the order of their names: a field that several forms have is called as in the first.
            for (Resource form : Stream.of(forms)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList()) {
                try (InputStream text = form.getInputStream()) {
                    labels.add(json.readTree(text));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return labels;
    }

    /** The label on that form, else on the first form that has the field. */
    Optional<String> of(String form, String field) {
        String label = byForm.getOrDefault(form, Map.of()).get(field);
        return Optional.ofNullable(label == null ? anywhere.get(field) : label);
    }

    /** Whether a form offers an answer that sends this. */
    boolean isOffered(String code) {
        return codes.contains(code);
    }

    /** What a field of a form may be answered: the codes by what people read, in the form's order. */
    Map<String, String> answers(String form, String field) {
        return answers.getOrDefault(form + "." + field, Map.of());
    }

    private void add(JsonNode form) {
        Map<String, String> labels = new HashMap<>();
        for (JsonNode field : form.findParents("key")) {
            String label = field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                    .asText();
            // A question keeps its mark on the form; in a sentence it would end it.
            labels.put(field.get("key").asText(), label.replaceAll("\\s*\\?$", ""));
            Map<String, String> offered = new LinkedHashMap<>();
            field.path("values")
                    .forEach(answer -> offered.put(
                            answer.path("label").asText(), answer.path("value").asText()));
            answers.put(form.path("id").asText() + "." + field.get("key").asText(), offered);
        }
        form.findValues("values").forEach(answers -> codes.addAll(answers.findValuesAsText("value")));
        byForm.put(form.path("id").asText(), labels);
        labels.forEach(anywhere::putIfAbsent);
    }
}
