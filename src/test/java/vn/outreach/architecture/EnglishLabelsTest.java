package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.Stage;

/** Who reads English reads it in the names of tasks, stages and lists and in the labels of forms and of the register, too. */
class EnglishLabelsTest {

    private static final Path ENGLISH = Path.of("src/main/resources/static/app/lib/english.js");
    private static final Path FILTERS = Path.of("src/main/java/vn/outreach/security/identity/TaskFilters.java");
    private static final Pattern LINE = Pattern.compile("\\['([^']+)', '([^']+)']");
    private static final Pattern FILTER = Pattern.compile("new Wanted\\(\\s*\"\\w+\",\\s*\"([^\"]+)\"");

    @Test
    void everyLabelHasItsEnglish_andNoEnglishIsLeftOver() throws IOException {
        Set<String> labels = new TreeSet<>();
        forms(labels);
        models(labels);
        Stream.of(Stage.values()).map(Stage::label).forEach(labels::add);
        Matcher filter = FILTER.matcher(Files.readString(FILTERS));
        while (filter.find()) {
            labels.add(filter.group(1));
        }
        Stream.of(EnterpriseField.values()).map(EnterpriseField::label).forEach(labels::add);
        // Read beside a form, and on none.
        Stream.of("letterNumber", "letterSentOn").map(field -> KnownFields.name(field).label()).forEach(labels::add);
        labels.add("Lý do");
        assertThat(labels).contains("Việc của tôi", "Đã khảo sát", "Hẹn ngày khảo sát", "Nơi gặp", "Ngày hẹn gặp", "Chưa rõ");
        assertThat(english().keySet()).isEqualTo(labels);
    }

    private static Map<String, String> english() throws IOException {
        Map<String, String> english = new TreeMap<>();
        Matcher line = LINE.matcher(Files.readString(ENGLISH));
        while (line.find()) {
            assertThat(english.put(line.group(1), line.group(2))).as(line.group(1) + " stands twice").isNull();
        }
        return english;
    }

    private static void forms(Set<String> labels) throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                JsonNode json = new ObjectMapper().readTree(form.toFile());
                json.findParents("type").stream().filter(component -> component != json).forEach(component -> {
                    add(component.path("label").asText(), labels);
                    add(component.path("dateLabel").asText(), labels);
                    component.path("values").forEach(choice -> add(choice.get("label").asText(), labels));
                });
            }
        }
    }

    private static void models(Set<String> labels) throws IOException {
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (Path file : models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                model.getModelElementsByType(UserTask.class).stream().map(FlowElement::getName).forEach(labels::add);
                model.getModelElementsByType(ServiceTask.class).stream().filter(task -> task.getCamundaTopic() != null)
                        .map(FlowElement::getName).forEach(labels::add);
                model.getModelElementsByType(Process.class).forEach(process -> labels.add(process.getName()));
            }
        }
    }

    private static void add(String label, Set<String> labels) {
        if (!label.isEmpty()) {
            labels.add(label);
        }
    }
}
