package vn.outreach.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The extension properties ({@code camunda:properties}) that the product reads from a model: {@code variables} and
 * {@code resultVariable} of a process, {@code answers}, {@code fourEyes}, {@code fourEyesOfRound} and
 * {@code keepAnswers} of a user task, {@code result} of an end event, {@code requires} of a message start event,
 * {@code fields} of a message event or an external task. They are kept on the parsed element, so that no step reads
 * XML.
 */
public final class ModelProperties {

    private static final String ON_ELEMENT = "outreach.properties";
    private static final String KEPT = "outreach.kept";

    private ModelProperties() {}

    /** Reads the properties of an element at deployment and keeps them on its parsed counterpart. */
    public static Map<String, String> keep(Element element, CoreModelElement target) {
        Map<String, String> properties = new LinkedHashMap<>();
        Element extensions = element.element("extensionElements");
        Element list = extensions == null ? null : extensions.element("properties");
        if (list != null) {
            for (Element property : list.elements("property")) {
                properties.put(property.attribute("name"), property.attribute("value"));
            }
        }
        target.setProperty(ON_ELEMENT, properties);
        return properties;
    }

    /** Adds names to those that stay in the process scope after a record step. */
    @SuppressWarnings("unchecked")
    public static void keepVariables(CoreModelElement definition, @Nullable String commaList) {
        Set<String> kept = (Set<String>) definition.getProperty(KEPT);
        if (kept == null) {
            kept = new LinkedHashSet<>();
            definition.setProperty(KEPT, kept);
        }
        kept.addAll(names(commaList));
    }

    @SuppressWarnings("unchecked")
    public static Set<String> kept(CoreModelElement definition) {
        Set<String> kept = (Set<String>) definition.getProperty(KEPT);
        return kept == null ? Set.of() : kept;
    }

    @SuppressWarnings("unchecked")
    public static Optional<String> of(CoreModelElement element, String name) {
        Map<String, String> properties = (Map<String, String>) element.getProperty(ON_ELEMENT);
        return properties == null ? Optional.empty() : Optional.ofNullable(properties.get(name));
    }

    public static List<String> namesOf(CoreModelElement element, String name) {
        return of(element, name).map(ModelProperties::names).orElse(List.of());
    }

    private static List<String> names(@Nullable String commaList) {
        List<String> names = new ArrayList<>();
        if (commaList != null) {
            for (String name : commaList.split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }
}
