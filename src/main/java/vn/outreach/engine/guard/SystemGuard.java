package vn.outreach.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.ExtendLockOnExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.LockExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockExternalTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.model.FormFields;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Systems;

/**
 * What the office's systems do: the messages and topics that {@code units.yml} lists for them, with the contract's
 * fields. Nobody else sends messages or does external tasks. The engine's one grant for all of it, to change instances
 * of a process, would also let them set variables, move the case on or stop it.
 */
@Component
public final class SystemGuard implements CommandRules.Source {

    /** What systems need the grant to change instances for. */
    private static final Set<Class<?>> WORK_OF_SYSTEMS = Set.of(
            CorrelateMessageCmd.class,
            MessageEventReceivedCmd.class,
            LockExternalTaskCmd.class,
            ExtendLockOnExternalTaskCmd.class,
            UnlockExternalTaskCmd.class,
            CompleteExternalTaskCmd.class,
            HandleExternalTaskFailureCmd.class);

    private static final EngineField<String> EXTERNAL =
            EngineField.of(ExternalTaskCmd.class, "externalTaskId", String.class);
    private static final EngineField<Map> ANSWERS =
            EngineField.of(CompleteExternalTaskCmd.class, "variables", Map.class);
    private static final EngineField<Map> LOCAL_ANSWERS =
            EngineField.of(CompleteExternalTaskCmd.class, "localVariables", Map.class);
    private static final EngineField<Map> WITH_FAILURE =
            EngineField.of(HandleExternalTaskFailureCmd.class, "variables", Map.class);
    private static final EngineField<Map> LOCAL_WITH_FAILURE =
            EngineField.of(HandleExternalTaskFailureCmd.class, "localVariables", Map.class);
    private static final EngineField<Map> FETCHED =
            EngineField.of(FetchExternalTasksCmd.class, "fetchInstructions", Map.class);

    private final Systems systems;
    private final FormFields forms;
    private final CommandPerson asking;

    SystemGuard(Systems systems, FormFields forms, CommandPerson asking) {
        this.systems = systems;
        this.forms = forms;
        this.asking = asking;
    }

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(MessageEventReceivedCmd.class, (command, person) -> mustBeSystem(person));
        rules.on(
                FetchExternalTasksCmd.class,
                (command, person) -> FormFields.names(FETCHED.in(command)).forEach(topic -> mustTake(topic, person)));
        rules.on(LockExternalTaskCmd.class, this::external);
        rules.on(ExtendLockOnExternalTaskCmd.class, this::external);
        rules.on(UnlockExternalTaskCmd.class, (command, person) -> {
            // What a worker that died holds back is set free by whoever administers too.
            if (!person.isAdministrator()) {
                external(command, person);
            }
        });
        rules.on(CompleteExternalTaskCmd.class, this::complete);
        rules.on(HandleExternalTaskFailureCmd.class, this::fail);
        rules.on(HandleExternalTaskBpmnErrorCmd.class, (command, person) -> {
            throw Refusal.forbidden("not-allowed", "Quy trình không nhận lỗi BPMN từ việc của hệ thống.");
        });
    }

    /**
     * Asked where the engine asks for the grant to change an instance: a system has it for its own work alone. Refused
     * as the engine refuses who has no grant: some of its REST resources make a 500 of every other exception.
     */
    void mayChangeInstances() {
        asking.checked()
                .filter(systems::isOne)
                .filter(person -> CommandGuardInterceptor.current() == null
                        || !WORK_OF_SYSTEMS.contains(
                                CommandGuardInterceptor.current().getClass()))
                .ifPresent(person -> {
                    throw new AuthorizationException(
                            "Hệ thống bên ngoài chỉ được mở hồ sơ, gửi thông báo và làm việc dành cho hệ thống.");
                });
    }

    /** Asked where a message meets what waits for it: only there its name is sure. */
    void maySend(String message) {
        asking.checked().filter(person -> !systems.maySend(person, message)).ifPresent(person -> {
            throw notASystem();
        });
    }

    /** @throws Refusal {@code wrong-person} */
    void mustBeSystem(CurrentUser person) {
        if (!systems.isOne(person)) {
            throw notASystem();
        }
    }

    private void mustTake(String topic, CurrentUser person) {
        if (!systems.mayTake(person, topic)) {
            throw Refusal.forbidden("wrong-person", "Đồng chí không được làm việc dành cho hệ thống bên ngoài này.");
        }
    }

    private void external(ExternalTaskCmd command, CurrentUser person) {
        ExternalTaskEntity task = find(command);
        if (task != null) {
            mustTake(task.getTopicName(), person);
        }
    }

    private void complete(CompleteExternalTaskCmd command, CurrentUser person) {
        external(command, person);
        ExternalTaskEntity task = find(command);
        if (task != null) {
            FormFields.only(forms.declared(activity(task)), FormFields.names(ANSWERS.in(command)), "Việc này");
            FormFields.only(Set.of(), FormFields.names(LOCAL_ANSWERS.in(command)), "Việc này");
        }
    }

    private void fail(HandleExternalTaskFailureCmd command, CurrentUser person) {
        external(command, person);
        FormFields.only(Set.of(), FormFields.names(WITH_FAILURE.in(command)), "Báo lỗi");
        FormFields.only(Set.of(), FormFields.names(LOCAL_WITH_FAILURE.in(command)), "Báo lỗi");
    }

    private static @Nullable ExternalTaskEntity find(ExternalTaskCmd command) {
        String id = EXTERNAL.in(command);
        return id == null
                ? null
                : Context.getCommandContext().getExternalTaskManager().findExternalTaskById(id);
    }

    private static ActivityImpl activity(ExternalTaskEntity task) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(task.getProcessDefinitionId())
                .findActivity(task.getActivityId());
    }

    private static Refusal notASystem() {
        return Refusal.forbidden(
                "wrong-person", "Chỉ hệ thống bên ngoài đã đăng ký được gửi thông báo này; hãy dùng “Báo sự việc”.");
    }
}
