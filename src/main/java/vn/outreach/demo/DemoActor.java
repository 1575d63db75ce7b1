package vn.outreach.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/**
 * Does what the office's people do, as the people who do it: the engine checks their rights and the product's guards.
 */
@Component
class DemoActor {

    private static final String LETTERS = "outreach-letters";
    private static final long LOCK_MILLIS = 60_000;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ExternalTaskService externalTasks;
    private final IdentityService identities;

    DemoActor(
            RuntimeService runtime, TaskService tasks, ExternalTaskService externalTasks, IdentityService identities) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.externalTasks = externalTasks;
        this.identities = identities;
    }

    /** Acts as a user with the groups the engine knows of. */
    void as(String userId, Runnable act) {
        List<String> groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(userId, groups);
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    void start(String processKey, Object... namesAndValues) {
        runtime.startProcessInstanceByKey(processKey, variables(namesAndValues));
    }

    /** Claims the one open task of this key and step if nobody has it, and completes it. */
    void complete(String userId, String businessKey, String step, Object... namesAndValues) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(Step.userTask(step))
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("The demo round finds no open task " + step + " of " + businessKey);
        }
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), userId);
        }
        tasks.complete(task.getId(), variables(namesAndValues));
    }

    void message(String name, String businessKey, Object... namesAndValues) {
        runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables(namesAndValues))
                .correlate();
    }

    /** The built-in worker's part: the letter that asks for a survey. */
    void letterSent(String businessKey, String number, String day) {
        externalTasks.createExternalTaskQuery().topicName("sendOfficialLetter").unlimitedList().stream()
                .filter(letter -> businessKey.equals(letter.getBusinessKey()))
                .forEach(letter -> {
                    externalTasks.lock(letter.getId(), LETTERS, LOCK_MILLIS);
                    externalTasks.complete(
                            letter.getId(), LETTERS, variables("letterNumber", number, "letterSentOn", day));
                });
    }

    private static Map<String, Object> variables(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }
}
