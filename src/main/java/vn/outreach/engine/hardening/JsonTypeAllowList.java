package vn.outreach.engine.hardening;

import java.util.Set;
import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;

/**
 * Which classes a variable's JSON may be read into: lists, maps and what stands in them. The product keeps no objects
 * in variables; the engine's own list would let in all of {@code java.lang} and everything below it.
 */
public final class JsonTypeAllowList implements DeserializationTypeValidator {

    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap");

    @Override
    public boolean validate(String className) {
        return className == null || className.isBlank() || PLAIN.contains(className);
    }
}
