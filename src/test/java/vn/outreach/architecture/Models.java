package vn.outreach.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The drawings of processes/, read once, with the product's extension properties. */
final class Models {

    static final Path FOLDER = Path.of("processes");

    private Models() {}

    /** Every process model by its file name without suffix. */
    static Map<String, BpmnModelInstance> all() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files(".bpmn").forEach(file -> models.put(baseName(file), Bpmn.readModelFromFile(file.toFile())));
        return models;
    }

    static List<Path> files(String suffix) {
        try (Stream<Path> list = Files.list(FOLDER)) {
            return list.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    static <T extends ModelElementInstance> Collection<T> elements(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    static Optional<String> property(BaseElement element, String name) {
        return Optional.ofNullable(properties(element).get(name));
    }

    /** Whether a property is there, be it empty. */
    static boolean declares(BaseElement element, String name) {
        return properties(element).containsKey(name);
    }

    /** The names that a comma list property holds; none when it is absent. */
    static Set<String> names(BaseElement element, String property) {
        Set<String> names = new TreeSet<>();
        property(element, property).ifPresent(list -> names.addAll(List.of(list.strip().split("\\s*,\\s*"))));
        return names;
    }

    static String documentation(BaseElement element) {
        return String.join("\n", element.getDocumentations().stream().map(text -> text.getTextContent()).toList());
    }

    private static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(list -> list.getCamundaProperties().stream())
                    .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        }
        return properties;
    }
}
