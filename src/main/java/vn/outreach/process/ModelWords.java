package vn.outreach.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.identity.EngineUsers;

/**
 * What people read instead of the ledger's codes of processes and steps: the names in the drawings. Each drawing is
 * read once; a newly deployed one is read at the next start.
 */
@Component
public class ModelWords {

    private static final String UMBRELLA = ProcessKeys.ENTERPRISE_OUTREACH;
    private static final String END = "end";
    private static final String SKIPPED = "skipped";
    private static final String EXTENSION = "extension";
    private static final String DUE_DATE = "dueDate";

    private final RepositoryService repository;
    private final EngineUsers users;
    private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

    private record Drawing(String name, Map<String, String> steps) {}

    ModelWords(@Lazy RepositoryService repository, EngineUsers users) {
        this.repository = repository;
        this.users = users;
    }

    /** The name of a process; a process that is unknown keeps its key. */
    public String phase(String processKey) {
        return drawing(processKey).map(Drawing::name).orElse(processKey);
    }

    /** The name of a step of a process, as on its task; a step without one is called by its process. */
    public String step(String processKey, String step) {
        return switch (step) {
            case END -> "Kết thúc " + lowerCase(phase(processKey));
            case SKIPPED -> "Bỏ qua " + lowerCase(phase(processKey));
            case EXTENSION -> "Gia hạn";
            case DUE_DATE -> "Đổi hạn";
            default ->
                named(processKey, step)
                        // What is told of a case that does not run keeps the name of the event in the case's drawing.
                        .or(() -> named(UMBRELLA, step))
                        .orElseGet(() -> phase(processKey));
        };
    }

    private Optional<String> named(String processKey, String step) {
        return drawing(processKey).map(drawing -> drawing.steps().get(step));
    }

    private Optional<Drawing> drawing(String processKey) {
        Drawing known = drawings.get(processKey);
        if (known == null) {
            known = users.asSystem(() -> read(processKey));
            if (known != null) {
                drawings.put(processKey, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private @Nullable Drawing read(String processKey) {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return null;
        }
        Map<String, String> steps = new HashMap<>();
        repository
                .getBpmnModelInstance(newest.getId())
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> collect(node, steps));
        return new Drawing(newest.getName(), steps);
    }

    private static void collect(FlowNode node, Map<String, String> steps) {
        String name = node.getName();
        if (name == null || name.isBlank()) {
            return;
        }
        // Where a person's task and its record step share a step, the task's word is the clearer one.
        if (node instanceof UserTask) {
            steps.put(Step.stepName(node.getId()), name);
        } else {
            steps.putIfAbsent(Step.stepName(node.getId()), name);
        }
    }

    private static String lowerCase(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
