package vn.outreach.engine.rest;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts {@link EngineRefusals}, {@link EngineErrors} and {@link JsonErrors} into all six of Camunda's REST applications,
 * and takes the description of their classes (WADL) out. The webapps' five are servlets that Camunda registers by name;
 * they are reached when all of them are registered and none has started.
 */
@Component
class EngineApis implements ResourceConfigCustomizer, ServletContainerInitializer {

    private static final List<String> WEBAPPS =
            List.of("Cockpit Api", "Admin Api", "Tasklist Api", "Engine Api", "Welcome Api");
    private static final List<Class<?>> PROVIDERS = List.of(
            EngineErrors.class,
            EngineRefusals.class,
            JsonErrors.Mapping.class,
            JsonErrors.Parsing.class,
            MissingFields.Reached.class,
            MissingFields.Checked.class);

    @Override
    public void customize(ResourceConfig engineRest) {
        PROVIDERS.forEach(engineRest::register);
        engineRest.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    }

    @Override
    public void onStartup(Set<Class<?>> none, ServletContext context) {
        for (String name : WEBAPPS) {
            ServletRegistration api = context.getServletRegistration(name);
            if (api == null) {
                throw new IllegalStateException("Camunda has no servlet \"" + name + "\": its errors would be open.");
            }
            api.setInitParameter(ServerProperties.PROVIDER_CLASSNAMES, names());
            api.setInitParameter(ServerProperties.WADL_FEATURE_DISABLE, "true");
        }
    }

    private static String names() {
        return PROVIDERS.stream().map(Class::getName).collect(Collectors.joining(","));
    }
}
