package vn.outreach.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.Step;
import vn.outreach.process.StepFields;
import vn.outreach.work.form.FormField;

/**
 * Which fields a task, a start or a message takes: those of its form, as it was deployed with the process, or those
 * that the model declares ({@code fields}) where there is no form. With anything else a person could answer for the
 * case what is another's to answer.
 */
@Component
public final class FormFields implements StepFields {

    private static final int LONGEST_SHOWN = 64;

    /** A text of a form that shows one variable as it is. */
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

    /** Forms never change within their deployment, so each is read once. */
    private final Map<String, Description> known = new ConcurrentHashMap<>();

    private final ObjectMapper json;

    private record Description(List<FormField> fields, Set<String> shown) {

        private static final Description NONE = new Description(List.of(), Set.of());
    }

    FormFields(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Set<String> of(DelegateExecution execution, String step) {
        ActivityImpl task = ((ExecutionEntity) execution).getProcessDefinition().findActivity(Step.userTask(step));
        return task == null ? Set.of() : of(task);
    }

    public Set<String> of(TaskEntity task) {
        return of(task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()));
    }

    /** The same with what the form's file says of each. */
    public List<FormField> described(TaskEntity task) {
        return descriptionOf(task).fields();
    }

    /** Names in braces that the texts of the task's form show as they are. */
    public Set<String> shown(TaskEntity task) {
        return descriptionOf(task).shown();
    }

    private Description descriptionOf(TaskEntity task) {
        ProcessDefinitionEntity definition = task.getProcessDefinition();
        return described(task.getTaskDefinition().getCamundaFormDefinitionKey(), definition);
    }

    public Set<String> ofStart(ProcessDefinitionEntity definition) {
        return definition.getStartFormDefinition() == null
                ? Set.of()
                : ofForm(definition.getStartFormDefinition().getCamundaFormDefinitionKey(), definition);
    }

    /** A message that stands for a task takes the task's fields, every other what its event declares. */
    public Set<String> ofMessage(ActivityImpl event) {
        return event.getEventScope() instanceof ActivityImpl task
                        && task.getActivityBehavior() instanceof UserTaskActivityBehavior
                ? of(task)
                : declared(event);
    }

    /** What the model declares. Cases of a release that declared nothing yet go by the newest one. */
    public Set<String> declared(ActivityImpl activity) {
        if (ModelProperties.of(activity, "fields").isPresent()) {
            return Set.copyOf(ModelProperties.namesOf(activity, "fields"));
        }
        ProcessDefinitionEntity older = (ProcessDefinitionEntity) activity.getProcessDefinition();
        ActivityImpl newest = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKey(older.getKey())
                .findActivity(activity.getId());
        return newest == null ? Set.of() : Set.copyOf(ModelProperties.namesOf(newest, "fields"));
    }

    /** @throws Refusal {@code field-unknown} for the first name that is none of the fields */
    public static void only(Set<String> fields, Collection<String> names, String what) {
        names.stream().filter(name -> !fields.contains(name)).findFirst().ifPresent(name -> {
            String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
            throw Refusal.invalid(
                    "field-unknown",
                    shown,
                    "%s không nhận trường “%s”: chỉ nhận các trường của chính nó.".formatted(what, shown));
        });
    }

    /** The names in what a command carries: variables, a list of names, or nothing. */
    public static Set<String> names(Object carried) {
        Set<String> names = new TreeSet<>();
        if (carried instanceof Map<?, ?> variables) {
            variables.keySet().forEach(name -> names.add(String.valueOf(name)));
        } else if (carried instanceof Collection<?> list) {
            list.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    private Set<String> of(ActivityImpl userTask) {
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) userTask.getProcessDefinition();
        UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) userTask.getActivityBehavior();
        Expression form = behavior.getTaskDefinition().getCamundaFormDefinitionKey();
        Set<String> fields = new HashSet<>(ofForm(form, definition));
        fields.addAll(ModelProperties.namesOf(userTask, "answers"));
        return fields;
    }

    private Set<String> ofForm(Expression formKey, ProcessDefinitionEntity definition) {
        return described(formKey, definition).fields().stream()
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    private Description described(Expression formKey, ProcessDefinitionEntity definition) {
        if (formKey == null) {
            return Description.NONE;
        }
        String key = formKey.getExpressionText();
        return known.computeIfAbsent(
                definition.getDeploymentId() + "/" + key, any -> read(key, definition.getDeploymentId()));
    }

    /** A form of another deployment is there too: the newest of its key, as of the day it was read first. */
    private Description read(String formKey, String deploymentId) {
        CommandContext context = Context.getCommandContext();
        CamundaFormDefinition form =
                context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, formKey);
        if (form == null) {
            form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(formKey);
        }
        byte[] text = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName())
                .getBytes();
        try {
            JsonNode file = json.readTree(text);
            List<FormField> fields = new ArrayList<>();
            // At any depth: groups hold their fields as components of their own.
            for (JsonNode component : file.findParents("key")) {
                fields.add(field(component));
            }
            Set<String> shown = file.findValuesAsText("text").stream()
                    .flatMap(words -> SHOWN.matcher(words).results())
                    .map(name -> name.group(1))
                    .collect(Collectors.toUnmodifiableSet());
            return new Description(List.copyOf(fields), shown);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The form " + formKey + " cannot be read", unreadable);
        }
    }

    private static FormField field(JsonNode component) {
        Map<String, String> properties = new HashMap<>();
        component
                .path("properties")
                .fields()
                .forEachRemaining(property ->
                        properties.put(property.getKey(), property.getValue().asText()));
        return new FormField(
                component.path("id").asText(),
                component.get("key").asText(),
                component.path("label").asText(),
                component.path("type").asText(),
                Map.copyOf(properties));
    }
}
