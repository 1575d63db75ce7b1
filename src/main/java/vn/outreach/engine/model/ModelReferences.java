package vn.outreach.engine.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;

/**
 * Refuses a deployment whose processes name forms, decisions or called processes that are not there: the engine takes
 * it, and each task of it fails when it is opened. What an expression names is known only when a case is there.
 */
public final class ModelReferences implements Deployer {

    private static final EngineField<BaseCallableElement> DECISION =
            EngineField.of(DmnBusinessRuleTaskActivityBehavior.class, "callableElement", BaseCallableElement.class);
    private static final String BY_DEPLOYMENT = BaseCallableElement.CallableElementBinding.DEPLOYMENT.getValue();
    private static final String FORM_FILE = "camunda-forms:deployment:";

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            new Found(deployment, Context.getCommandContext()).check();
        }
    }

    /** One deployment's processes and what is missing of what they name. */
    private static final class Found {

        private final DeploymentEntity deployment;
        private final CommandContext context;
        private final Set<String> missing = new TreeSet<>();

        Found(DeploymentEntity deployment, CommandContext context) {
            this.deployment = deployment;
            this.context = context;
        }

        void check() {
            for (ProcessDefinitionEntity process : deployed(ProcessDefinitionEntity.class)) {
                form(process.getStartFormDefinition());
                walk(process);
            }
            if (!missing.isEmpty()) {
                throw Refusal.invalid(
                        "reference-missing",
                        null,
                        "Mô hình dùng những thứ chưa có trong lần triển khai này: %s."
                                .formatted(String.join(", ", missing)));
            }
        }

        private void walk(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                Object behavior = activity.getActivityBehavior();
                if (behavior instanceof UserTaskActivityBehavior task) {
                    form(task.getTaskDefinition().getFormDefinition());
                } else if (behavior instanceof DmnBusinessRuleTaskActivityBehavior) {
                    called(
                            "bảng quyết định",
                            DECISION.in(behavior),
                            DecisionDefinitionEntity.class,
                            key -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
                } else if (behavior instanceof CallActivityBehavior call) {
                    called(
                            "quy trình",
                            call.getCallableElement(),
                            ProcessDefinitionEntity.class,
                            key -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key));
                }
                walk(activity);
            }
        }

        private void form(FormDefinition form) {
            if (form == null) {
                return;
            }
            String key = literal(form.getCamundaFormDefinitionKey());
            if (key != null) {
                look(
                        "biểu mẫu",
                        key,
                        BY_DEPLOYMENT.equals(form.getCamundaFormDefinitionBinding()),
                        CamundaFormDefinitionEntity.class,
                        any -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(any));
            }
            String file = literal(form.getFormKey());
            if (file != null
                    && file.startsWith(FORM_FILE)
                    && !deployment.getResources().containsKey(file.substring(FORM_FILE.length()))) {
                missing.add("biểu mẫu " + file.substring(FORM_FILE.length()));
            }
        }

        private <T extends ResourceDefinitionEntity<T>> void called(
                String kind, BaseCallableElement element, Class<T> type, Function<String, Object> latest) {
            ParameterValueProvider key = element.getDefinitionKeyValueProvider();
            String named = key instanceof ElValueProvider expression
                    ? literal(expression.getExpression())
                    : (String) key.getValue(null);
            if (named != null) {
                look(kind, named, element.isDeploymentBinding(), type, latest);
            }
        }

        private <T extends ResourceDefinitionEntity<T>> void look(
                String kind, String key, boolean ofDeployment, Class<T> type, Function<String, Object> latest) {
            boolean isHere = deployed(type).stream()
                    .map(T::getKey)
                    .collect(Collectors.toSet())
                    .contains(key);
            if (!isHere && (ofDeployment || latest.apply(key) == null)) {
                missing.add(kind + " " + key);
            }
        }

        private <T> List<T> deployed(Class<T> type) {
            List<T> artifacts = deployment.getDeployedArtifacts(type);
            return artifacts == null ? List.of() : artifacts;
        }

        private static @Nullable String literal(Expression expression) {
            return expression == null || !expression.isLiteralText() ? null : expression.getExpressionText();
        }
    }
}
