package vn.outreach.architecture;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** The index from constructs of BPMN to the elements of our models that use them. */
final class Constructs {

    /** Of a construct that stands everywhere, so many elements of a model are named. */
    private static final int NAMED = 4;

    private Constructs() {}

    /** Construct → model → elements, as a table of a document. */
    static String table() {
        Map<String, Map<String, List<String>>> index = new TreeMap<>();
        Models.all().forEach((process, model) -> Models.elements(model, FlowNode.class).stream()
                .sorted((one, other) -> one.getId().compareTo(other.getId()))
                .forEach(node -> constructs(node).forEach(construct -> index
                        .computeIfAbsent(construct, name -> new TreeMap<>())
                        .computeIfAbsent(process, name -> new ArrayList<>())
                        .add(node.getId()))));
        return "| Construct | Model and element |\n|---|---|\n" + index.entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + elements(entry.getValue()) + " |\n")
                .collect(joining());
    }

    private static String elements(Map<String, List<String>> byProcess) {
        return byProcess.entrySet().stream()
                .map(entry -> "[" + entry.getKey() + "](../../processes/" + entry.getKey() + ".bpmn): " + named(entry.getValue()))
                .collect(joining("; "));
    }

    private static String named(List<String> ids) {
        String named = ids.stream().limit(NAMED).map(id -> "`" + id + "`").collect(joining(", "));
        return ids.size() > NAMED ? named + " and " + (ids.size() - NAMED) + " more" : named;
    }

    private static List<String> constructs(FlowNode node) {
        List<String> constructs = new ArrayList<>(List.of(name(node)));
        if (node instanceof Activity activity && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
            constructs.add("multi-instance activity, " + (loop.isSequential() ? "sequential" : "parallel"));
        }
        boolean savesAfter = !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
        if (node.isCamundaAsyncBefore() || savesAfter) {
            constructs.add("save point (async)");
        }
        return constructs;
    }

    private static String name(FlowNode node) {
        String type = words(node.getElementType().getTypeName());
        if (node instanceof SubProcess subProcess) {
            return subProcess.triggeredByEvent() ? "event sub-process" : "embedded sub-process";
        }
        if (node instanceof ServiceTask task) {
            return task.getCamundaTopic() == null ? "service task with a delegate" : "external task";
        }
        return node instanceof Event event ? trigger(event) + type + interrupting(event) : type;
    }

    private static String trigger(Event event) {
        List<EventDefinition> definitions = event instanceof CatchEvent caught
                ? List.copyOf(caught.getEventDefinitions())
                : List.copyOf(((ThrowEvent) event).getEventDefinitions());
        return definitions.stream().map(Constructs::trigger).findFirst().orElse("plain ");
    }

    private static String trigger(EventDefinition definition) {
        String kind = words(definition.getElementType().getTypeName()).replace(" event definition", " ");
        if (definition instanceof TimerEventDefinition timer) {
            return kind + (timer.getTimeDate() != null ? "(date) " : timer.getTimeDuration() != null ? "(duration) " : "(cycle) ");
        }
        return kind;
    }

    private static String interrupting(Event event) {
        boolean ends = event instanceof BoundaryEvent boundary && boundary.cancelActivity();
        boolean stays = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        if (event instanceof StartEvent start && start.getParentElement() instanceof SubProcess parent && parent.triggeredByEvent()) {
            ends = start.isInterrupting();
            stays = !ends;
        }
        return ends ? ", interrupting" : stays ? ", non-interrupting" : "";
    }

    /** {@code intermediateCatchEvent} → “intermediate catch event”. */
    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
    }
}
