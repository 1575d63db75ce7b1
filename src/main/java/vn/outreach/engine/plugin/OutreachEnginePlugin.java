package vn.outreach.engine.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.event.EventHandler;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.base.database.ProductVersions;
import vn.outreach.engine.command.ActingFor;
import vn.outreach.engine.command.CommandSource;
import vn.outreach.engine.command.DeployedDefinitions;
import vn.outreach.engine.command.ExecutionTrees;
import vn.outreach.engine.command.OutreachSessionFactory;
import vn.outreach.engine.command.QueryFlags;
import vn.outreach.engine.command.RetryInterceptor;
import vn.outreach.engine.form.FormsOfTasks;
import vn.outreach.engine.form.PrefilledForms;
import vn.outreach.engine.guard.AuthorizationChecks;
import vn.outreach.engine.guard.CommandGuardInterceptor;
import vn.outreach.engine.guard.CommandPerson;
import vn.outreach.engine.guard.CommandRules;
import vn.outreach.engine.guard.CompleteMessages;
import vn.outreach.engine.guard.PasswordRules;
import vn.outreach.engine.guard.StartGuard;
import vn.outreach.engine.guard.SystemGuard;
import vn.outreach.engine.hardening.ExternalTaskLimits;
import vn.outreach.engine.hardening.JsonTypeAllowList;
import vn.outreach.engine.hardening.NoJavaStreams;
import vn.outreach.engine.hardening.PageLimits;
import vn.outreach.engine.hardening.SafeFilters;
import vn.outreach.engine.hardening.SafeQueries;
import vn.outreach.engine.history.AuditedHistory;
import vn.outreach.engine.history.DeployedDefinitionNames;
import vn.outreach.engine.model.FormFields;
import vn.outreach.engine.model.ModelReferences;
import vn.outreach.engine.model.NoScripts;
import vn.outreach.engine.model.OlderModels;
import vn.outreach.engine.rest.RefusalTranslator;
import vn.outreach.engine.task.FourEyes;
import vn.outreach.engine.task.ProcessTasks;
import vn.outreach.engine.task.TaskNotifications;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.engine.task.ToldIncidentHandler;
import vn.outreach.engine.visibility.AdmissionRedaction;
import vn.outreach.engine.visibility.GroupsOnlyAuthorizations;
import vn.outreach.engine.visibility.GuardedAttachments;
import vn.outreach.engine.visibility.GuardedComments;
import vn.outreach.engine.visibility.QueryVisibility;
import vn.outreach.engine.visibility.TaskVisibility;
import vn.outreach.rules.SafeDecisions;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.OwnTaskReaders;
import vn.outreach.work.form.FirstAnswers;

/** Puts the product's rules into the engine; what is a plain setting stands in application.yml. */
@Component
class OutreachEnginePlugin extends AbstractProcessEnginePlugin {

    private final OutreachParseListener parseListener;
    private final TaskNotifications notices;
    private final CommandRules rules;
    private final CommandPerson commandPerson;
    private final AuthorizationChecks rights;
    private final CompleteMessages messages;
    private final OwnTaskReaders readers;
    private final PrefilledForms prefilled;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Duration longestLock;
    private final ProductVersions versions;

    OutreachEnginePlugin(
            OutreachParseListener parseListener,
            TaskNotifications notices,
            CommandRules rules,
            CommandPerson commandPerson,
            StartGuard starts,
            SystemGuard systems,
            FormFields forms,
            FourEyes fourEyes,
            OwnTaskReaders readers,
            FormsOfTasks openForms,
            FirstAnswers firstAnswers,
            TaskRights taskRights,
            CurrentUserProvider asking,
            AuditTrail audit,
            JdbcClient jdbc,
            ProductVersions versions,
            @Value("${outreach.external-tasks.longest-lock}") Duration longestLock) {
        this.parseListener = parseListener;
        this.notices = notices;
        this.rules = rules;
        this.commandPerson = commandPerson;
        this.rights = new AuthorizationChecks(
                starts, systems, new TaskVisibility(readers, asking), taskRights, commandPerson);
        this.messages = new CompleteMessages(systems, forms, fourEyes);
        this.readers = readers;
        this.prefilled = new PrefilledForms(openForms, firstAnswers, commandPerson);
        this.asking = asking;
        this.audit = audit;
        this.jdbc = jdbc;
        this.longestLock = longestLock;
        this.versions = versions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        QueryFlags.install();
        List<BpmnParseListener> listeners = or(engine.getCustomPostBPMNParseListeners());
        listeners.add(parseListener);
        engine.setCustomPostBPMNParseListeners(listeners);

        List<CommandInterceptor> outer = or(engine.getCustomPreCommandInterceptorsTxRequired());
        BooleanSupplier somebodyAsks = () -> engine.getIdentityService().getCurrentAuthentication() != null;
        outer.add(new AdmissionRedaction(asking));
        outer.add(new RefusalTranslator(somebodyAsks, audit));
        outer.add(new CommandSource());
        outer.add(new SafeQueries());
        outer.add(new PageLimits(somebodyAsks, engine::getQueryMaxResultsLimit));
        outer.add(new ExternalTaskLimits(somebodyAsks, engine::getQueryMaxResultsLimit, longestLock));
        outer.add(new RetryInterceptor(somebodyAsks));
        outer.add(new OlderModels(versions));
        engine.setCustomPreCommandInterceptorsTxRequired(outer);

        List<CommandInterceptor> inner = or(engine.getCustomPostCommandInterceptorsTxRequired());
        inner.add(new CommandGuardInterceptor(rules, commandPerson));
        inner.add(prefilled);
        engine.setCustomPostCommandInterceptorsTxRequired(inner);

        List<IncidentHandler> handlers = or(engine.getCustomIncidentHandlers());
        handlers.add(new ToldIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE, notices));
        handlers.add(new ToldIncidentHandler(Incident.EXTERNAL_TASK_HANDLER_TYPE, notices));
        engine.setCustomIncidentHandlers(handlers);

        List<EventHandler> events = or(engine.getCustomEventHandlers());
        events.add(messages);
        engine.setCustomEventHandlers(events);

        List<Deployer> deployers = or(engine.getCustomPostDeployers());
        deployers.add(new ModelReferences());
        engine.setCustomPostDeployers(deployers);

        // Whoever may deploy a model must not thereby run code of their own.
        engine.setScriptFactory(new NoScripts());
        engine.setScriptEngineResolver(new NoScripts.Engines());
        engine.setDmnEngineConfiguration(SafeDecisions.configuration());

        engine.setPasswordPolicy(new PasswordRules());
        engine.setDeserializationTypeValidator(new JsonTypeAllowList());

        engine.setResourceAuthorizationProvider(new GroupsOnlyAuthorizations());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), rights));
        restrictVisibility(engine);
    }

    /** Who sees what, where the engine's grants alone would show more than a person's part. */
    private void restrictVisibility(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = or(engine.getCustomSessionFactories());
        sessions.add(new OutreachSessionFactory(AuthorizationManager.class, () -> new QueryVisibility(readers)));
        sessions.add(new SafeFilters.Factory());
        sessions.add(new OutreachSessionFactory(ActingFor.class, ActingFor::new));
        sessions.add(new OutreachSessionFactory(ProcessDefinitionManager.class, DeployedDefinitions::new));
        sessions.add(new OutreachSessionFactory(ExecutionManager.class, ExecutionTrees::new));
        sessions.add(new OutreachSessionFactory(TaskManager.class, ProcessTasks::new));
        sessions.add(new OutreachSessionFactory(CommentManager.class, GuardedComments::new));
        sessions.add(new OutreachSessionFactory(AttachmentManager.class, GuardedAttachments::new));
        engine.setCustomSessionFactories(sessions);
        engine.setHistoryEventProducer(new DeployedDefinitionNames());
        engine.setHistoryEventHandler(new AuditedHistory(or(engine.getCustomHistoryEventHandlers()), jdbc, audit));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        NoJavaStreams.into(engine);
    }

    private static <T> List<T> or(List<T> given) {
        return given == null ? new ArrayList<>() : new ArrayList<>(given);
    }
}
