package vn.outreach.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.outreach.base.value.CandidateReference;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.CodeList;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.DocumentNumber;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.base.value.TimeOfDay;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.ValueType;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.enterprise.Enterprise;

/** Keeps processes/, forms/ and the deployment descriptor in agreement: a person always finds the field a step needs. */
class FormContractTest {
    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path DESCRIPTOR = Path.of("src/main/resources/META-INF/processes.xml");
    private static final Set<String> CHOICES = Set.of("checklist", "radio", "select", "taglist");
    private static final Set<String> FIELDS =
            Set.of("textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");
    private static final Set<String> OTHERS = Set.of("text", "group", "separator");
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*|true|false");
    private static final Pattern VIETNAMESE = Pattern.compile(".*[À-ɏḀ-ỿ].*", Pattern.DOTALL);
    /** Choices whose values are no constants of an enum: event names and language codes. */
    private static final Set<String> OTHER_CODES = Set.of("eventType", "ownerLanguage");

    private static Map<String, JsonNode> forms;
    private static Map<String, BpmnModelInstance> models;

    @BeforeAll
    static void readFiles() throws IOException {
        ObjectMapper json = new ObjectMapper();
        forms = new TreeMap<>();
        for (String file : files(FORMS, ".form")) {
            forms.put(baseName(file), json.readTree(FORMS.resolve(file).toFile()));
        }
        models = new TreeMap<>();
        for (String file : files(PROCESSES, ".bpmn")) {
            models.put(baseName(file), Bpmn.readModelFromFile(PROCESSES.resolve(file).toFile()));
        }
    }

    @Test
    void everyFormIsUsedByTheTaskOrStartItIsNamedAfter() {
        Set<String> expected = new TreeSet<>();
        models.forEach((process, model) -> {
            tasks(model).forEach(task -> expected.add(formOf(process, task)));
            if (startable(model)) {
                expected.add(process);
            }
        });
        assertThat(forms.keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void everyUserTaskNamesItsOwnForm() {
        SoftAssertions softly = new SoftAssertions();
        models.forEach((process, model) -> tasks(model).forEach(task -> {
            softly.assertThat(task.getCamundaFormRef()).as(task.getId()).isEqualTo(formOf(process, task));
            softly.assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
        }));
        softly.assertAll();
    }

    @Test
    void onlyProcessesThatPeopleStartHaveAStartForm() {
        SoftAssertions softly = new SoftAssertions();
        models.forEach((process, model) -> startEvents(model).forEach(start -> {
            boolean plain = startable(model) && start.getEventDefinitions().isEmpty();
            softly.assertThat(start.getCamundaFormRef()).as(process).isEqualTo(plain ? process : null);
            softly.assertThat(start.getCamundaFormRefBinding()).as(process).isEqualTo(plain ? "deployment" : null);
        }));
        softly.assertAll();
    }

    @Test
    void everyRoutingAnswerIsAFieldOfItsForm() {
        SoftAssertions softly = new SoftAssertions();
        models.forEach((process, model) -> tasks(model).forEach(task -> {
            JsonNode form = forms.get(formOf(process, task));
            Set<String> keys = form == null ? Set.of() : keys(form);
            softly.assertThat(answers(task)).as(task.getId()).isSubsetOf(keys);
        }));
        softly.assertAll();
    }

    /** A decision is never made by leaving a form as it was; an admission's form knows nothing of other candidates. */
    @Test
    void aFirstAnswerComesFromTheRegisterOrTheLastTime_andNeverForADecisionOrAPerson() {
        Set<String> register = Stream.of(Enterprise.class.getRecordComponents()).map(RecordComponent::getName).collect(toCollection(TreeSet::new));
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> form.findParents("properties").forEach(field -> {
            String what = name + "." + field.path("key").asText();
            field.path("properties").fields().forEachRemaining(property -> {
                softly.assertThat(property.getKey()).as(what).isIn("prefill", "compare");
                String source = property.getValue().asText();
                if (!source.equals("last") && !what.startsWith("annualPlanDraftPlan.target")) {
                    softly.assertThat(source).as(what).matches("register(:[a-zA-Z]+)?");
                    softly.assertThat(source.contains(":") ? source.substring("register:".length()) : field.path("key").asText())
                            .as(what).isIn(register);
                }
                softly.assertThat(name).as(what).doesNotStartWith("memberAdmission");
                if (field.path("type").asText().equals("radio")) {
                    softly.assertThat(what).as("choices that are no decision").isEqualTo("surveyScheduleSurvey.surveyMethod");
                }
            });
        }));
        softly.assertAll();
    }

    @Test
    void everyFormIsWrittenForTheTasklistOfThisRelease() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> {
            softly.assertThat(form.path("id").asText()).as(name).isEqualTo(name);
            softly.assertThat(form.path("type").asText()).as(name).isEqualTo("default");
            softly.assertThat(form.path("schemaVersion").asInt()).as(name).isEqualTo(16);
            softly.assertThat(form.path("executionPlatform").asText()).as(name).isEqualTo("Camunda Platform");
            softly.assertThat(form.path("executionPlatformVersion").asText()).as(name).isEqualTo("7.24.0");
        });
        softly.assertAll();
    }

    @Test
    void onlyComponentsThatTasklistShowsAreUsed() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> components(form).forEach(component -> {
            String what = name + "/" + component.path("id").asText();
            String type = component.path("type").asText();
            softly.assertThat(type).as(what).isIn(Stream.concat(FIELDS.stream(), OTHERS.stream()).toList());
            softly.assertThat(component.has("path")).as(what + " has a path").isFalse();
            if (type.equals("datetime")) {
                softly.assertThat(component.path("subtype").asText()).as(what).isEqualTo("date");
            }
            if (type.equals("number")) {
                softly.assertThat(component.path("decimalDigits").asInt(-1)).as(what).isZero();
            }
        }));
        softly.assertAll();
    }

    /** Names and days come ready with the form's variables: work/form/ReadyTexts. */
    @Test
    void noTextMakesItsWordsItself() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> {
            softly.assertThat(form.findValuesAsText("text")).as(name).noneMatch(text -> text.contains("replace(") || text.contains("substring("));
            softly.assertThat(keys(form)).as(name).noneMatch(key -> key.endsWith("Text"));
        });
        softly.assertAll();
    }

    @Test
    void idsAndKeysAreUniqueAndReadable() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> {
            softly.assertThat(components(form).stream().map(c -> c.path("id").asText())).as(name)
                    .doesNotHaveDuplicates().allMatch(id -> id.matches("(field|text|group|separator)_[a-zA-Z0-9]+"));
            softly.assertThat(fields(form).map(c -> c.path("key").asText())).as(name)
                    .doesNotHaveDuplicates().allMatch(KEY.asMatchPredicate());
        });
        softly.assertAll();
    }

    @Test
    void everyFieldHasAVietnameseLabelAndHelp() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> fields(form).forEach(field -> {
            String what = name + "/" + field.path("id").asText();
            softly.assertThat(label(field)).as(what).isNotBlank().hasSizeLessThanOrEqualTo(40);
            softly.assertThat(field.path("description").asText()).as(what).matches(VIETNAMESE);
        }));
        forms.forEach((name, form) -> components(form).stream().filter(c -> c.path("type").asText().equals("text"))
                .forEach(text -> softly.assertThat(text.path("text").asText()).as(name).matches(VIETNAMESE)));
        forms.forEach((name, form) -> components(form).stream().filter(c -> c.path("type").asText().equals("group"))
                .forEach(group -> softly.assertThat(group.path("label").asText()).as(name).isNotBlank()));
        softly.assertAll();
    }

    @Test
    void everyChoiceShowsWordsAndSendsCodes() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> fields(form).filter(f -> CHOICES.contains(f.path("type").asText())).forEach(field -> {
            String what = name + "/" + field.path("id").asText();
            softly.assertThat(field.path("values").size() + field.path("valuesExpression").asText().length()).as(what).isPositive();
            field.path("values").forEach(option -> {
                softly.assertThat(option.path("label").asText()).as(what).isNotBlank();
                Pattern code = OTHER_CODES.contains(field.path("key").asText()) ? KEY : CODE;
                softly.assertThat(option.path("value").asText()).as(what).matches(code);
            });
        }));
        softly.assertAll();
    }

    /** A form asks within the limits that the server has for the field; caseEvent asks for a cell that has become too small. */
    @Test
    void everyFieldHasTheKindAndTheLimitsThatTheServerReadsItWith() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> fields(form).forEach(field -> {
            String key = field.path("key").asText();
            String what = name + "." + key;
            ValueType<?> type = KnownFields.find(key).orElse(null);
            switch (field.path("type").asText()) {
                case "number" -> softly.assertThat(what.equals("caseEvent.fullMembers") ? new WholeNumber(0, 1_000_000)
                        // A form has no way to say that a number is a year.
                        : new WholeNumber(field.at("/validate/min").asInt(-1), field.at("/validate/max").asInt(-1), type instanceof WholeNumber number && number.grouped()))
                        .as(what).isEqualTo(type);
                case "datetime" -> softly.assertThat(type).as(what).isEqualTo(new Day());
                case "textfield", "textarea" -> {
                    int longest = longest(type);
                    softly.assertThat(field.at("/validate/maxLength").asInt()).as(what).isEqualTo(longest);
                    softly.assertThat(type instanceof Text text && text.manyLines()).as(what + " has many lines")
                            .isEqualTo(field.path("type").asText().equals("textarea"));
                }
                case "checklist", "taglist" -> softly.assertThat(type).as(what).isInstanceOf(CodeList.class);
                default -> softly.assertThat(type instanceof Choice<?> choice ? choice.codes().keySet() : codes(field)).as(what)
                        .isEqualTo(codes(field));
            }
        }));
        softly.assertAll();
    }

    @Test
    void aHintThatSaysHowLongATextMayBeSaysWhatHolds() {
        Pattern hint = Pattern.compile("(?i)tối đa ([0-9]+) ký tự");
        forms.forEach((name, form) -> fields(form).forEach(field -> hint.matcher(field.path("description").asText()).results().forEach(said ->
                assertThat(said.group(1)).as(name + " " + field.path("key").asText())
                        .isEqualTo(field.at("/validate/maxLength").asText()))));
    }

    @Test
    void everyTextHasAnEnd() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> fields(form).filter(f -> f.path("type").asText().startsWith("text")).forEach(field ->
                softly.assertThat(field.at("/validate/maxLength").asInt()).as(name + "/" + field.path("id").asText()).isBetween(1, 2000)));
        softly.assertAll();
    }

    @Test
    void everyFormSaysFirstWhatToDoAndATaskFormEndsWithTheNote() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> {
            JsonNode parts = form.path("components");
            softly.assertThat(parts.path(0).path("text").asText()).as(name)
                    .contains("**Việc cần làm:**", "**Giấy tờ:**", "**Thời hạn, căn cứ:**");
            if (!models.containsKey(name)) {
                softly.assertThat(parts.path(parts.size() - 1).path("key").asText()).as(name).isEqualTo("note");
                softly.assertThat(parts.path(parts.size() - 1).at("/validate/maxLength").asInt()).as(name).isEqualTo(1000);
            }
        });
        softly.assertAll();
    }

    @Test
    void noAnswerIsGivenBeforehandAndNobodySaysNoByOverlookingABox() {
        SoftAssertions softly = new SoftAssertions();
        forms.forEach((name, form) -> fields(form).forEach(field -> {
            String what = name + "/" + field.path("id").asText();
            softly.assertThat(field.path("type").asText()).as(what).isNotEqualTo("checkbox");
            boolean preset = field.path("key").asText().equals("ruleVersionBasis");
            softly.assertThat(field.has("defaultValue")).as(what + " has a default").isEqualTo(preset);
        }));
        softly.assertAll();
    }

    @Test
    void theDescriptorNamesEveryFileAndNothingElse() throws Exception {
        List<String> named = new ArrayList<>();
        NodeList resources = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(DESCRIPTOR.toFile()).getElementsByTagName("resource");
        for (int i = 0; i < resources.getLength(); i++) {
            named.add(((Element) resources.item(i)).getTextContent().strip());
        }
        Set<String> present = new TreeSet<>();
        files(PROCESSES, "").forEach(file -> present.add("processes/" + file));
        files(FORMS, "").forEach(file -> present.add("forms/" + file));
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(present);
    }

    private static Collection<UserTask> tasks(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class);
    }

    private static boolean startable(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream().allMatch(Process::isCamundaStartableInTasklist);
    }

    private static Stream<StartEvent> startEvents(BpmnModelInstance model) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process);
    }

    private static String formOf(String process, FlowElement task) {
        String step = task.getId().replaceFirst("^userTask_", "");
        return process + Character.toUpperCase(step.charAt(0)) + step.substring(1);
    }

    private static Set<String> answers(UserTask task) {
        if (task.getExtensionElements() == null) {
            return Set.of();
        }
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "answers".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(value -> Stream.of(value.split("\\s*,\\s*")))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> codes(JsonNode field) {
        Set<String> codes = new HashSet<>();
        field.path("values").forEach(option -> codes.add(option.path("value").asText()));
        return codes;
    }

    private static Set<String> keys(JsonNode form) {
        return fields(form).map(field -> field.path("key").asText()).collect(toCollection(HashSet::new));
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return components(form).stream().filter(component -> FIELDS.contains(component.path("type").asText()));
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }

    private static String label(JsonNode field) {
        return field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label").asText();
    }

    private static List<String> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(suffix)).sorted().toList();
        }
    }

    private static String baseName(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private static int longest(Object type) {
        return type instanceof TaxCodeReference ? TaxCodeReference.LONGEST
                : type instanceof CandidateReference ? CandidateReference.LONGEST
                : type instanceof TimeOfDay ? TimeOfDay.LONGEST
                : type instanceof DocumentNumber number ? number.longest()
                : type instanceof Text text ? text.longest() : -1;
    }
}
