package vn.outreach.engine;

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
import org.springframework.stereotype.Component;
import vn.outreach.rules.SafeDecisions;

/** Puts the house's rules into the engine; what is a plain setting stands in application.yml. */
@Component
class HouseEnginePlugin extends AbstractProcessEnginePlugin {

    private final HouseParseListener parseListener;
    private final TaskNotices notices;

    HouseEnginePlugin(HouseParseListener parseListener, TaskNotices notices) {
        this.parseListener = parseListener;
        this.notices = notices;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = or(engine.getCustomPostBPMNParseListeners());
        listeners.add(parseListener);
        engine.setCustomPostBPMNParseListeners(listeners);

        List<CommandInterceptor> outer = or(engine.getCustomPreCommandInterceptorsTxRequired());
        BooleanSupplier somebodyAsks = () -> engine.getIdentityService().getCurrentAuthentication() != null;
        outer.add(new RefusalTranslator(somebodyAsks));
        outer.add(new CommandSource());
        outer.add(new SafeQueries());
        outer.add(new PageLimits(somebodyAsks, engine::getQueryMaxResultsLimit));
        outer.add(new SecondTry(somebodyAsks));
        engine.setCustomPreCommandInterceptorsTxRequired(outer);

        List<SessionFactory> sessions = or(engine.getCustomSessionFactories());
        sessions.add(new SafeFilters.Factory());
        engine.setCustomSessionFactories(sessions);

        List<IncidentHandler> handlers = or(engine.getCustomIncidentHandlers());
        handlers.add(new ToldIncidentHandler(notices));
        engine.setCustomIncidentHandlers(handlers);

        List<EventHandler> events = or(engine.getCustomEventHandlers());
        events.add(new CompleteMessages());
        engine.setCustomEventHandlers(events);

        // Whoever may deploy a model must not thereby run code of their own.
        engine.setScriptFactory(new NoScripts());
        engine.setScriptEngineResolver(new NoScripts.Engines());
        engine.setDmnEngineConfiguration(SafeDecisions.configuration());

        engine.setDeserializationTypeValidator(new PlainData());

        engine.setResourceAuthorizationProvider(new GroupsOnlyAuthorizations());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasksOnly()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        NoJavaStreams.into(engine);
    }

    private static <T> List<T> or(List<T> given) {
        return given == null ? new ArrayList<>() : new ArrayList<>(given);
    }
}
