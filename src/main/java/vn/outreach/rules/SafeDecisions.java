package vn.outreach.rules;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;

/**
 * How every decision engine of the product is set up: tables speak FEEL and nothing else, and FEEL sees plain data
 * only. As it comes, an expression could be JUEL or a script, or reach any Java class through an object among the
 * inputs.
 */
public final class SafeDecisions {

    private SafeDecisions() {}

    public static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration engine =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        engine.setFeelEngineFactory(DataOnlyFeelEngine::new);
        List<DmnTransformListener> listeners =
                new ArrayList<>(engine.getTransformer().getTransformListeners());
        listeners.add(new FeelOnly());
        engine.getTransformer().setTransformListeners(listeners);
        return engine;
    }
}
