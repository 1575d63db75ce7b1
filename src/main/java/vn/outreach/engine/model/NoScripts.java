package vn.outreach.engine.model;

import javax.script.ScriptEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * Refuses every script of a model when it is deployed: script tasks, and scripts of listeners, conditions and
 * parameters, written in the model or lying elsewhere. What a step does is Java that was reviewed with this product.
 */
public final class NoScripts extends ScriptFactory {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refusal(language);
    }

    private static Refusal refusal(String language) {
        return Refusal.invalid(
                "script-forbidden",
                null,
                "Mô hình chứa đoạn mã (script) “%s”; hệ thống không chạy script.".formatted(language));
    }

    /** Finds no script engine, whatever lies on the class path, for what might ask for one without a script's text. */
    public static final class Engines extends DefaultScriptEngineResolver {

        public Engines() {
            super(new CamundaScriptEngineManager());
        }

        @Override
        public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }
}
