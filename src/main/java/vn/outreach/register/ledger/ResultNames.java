package vn.outreach.register.ledger;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Every name a ledger row's result can have, the constants of all enums that implement {@link Result}, and what people
 * read instead ({@code words/results.properties}).
 */
@Component
public class ResultNames {

    private final Set<String> names = new TreeSet<>();
    private final Properties words = new Properties();

    ResultNames() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Result.class));
        scanner.findCandidateComponents("vn.outreach").forEach(found -> add(found.getBeanClassName()));
        try (Reader file = new InputStreamReader(
                new ClassPathResource("words/results.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the result of this step is called; a code without words stays a code. */
    public @Nullable String words(String step, @Nullable String result) {
        return result == null ? null : words.getProperty(step + "." + result, words.getProperty(result, result));
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    Set<String> all() {
        return names;
    }

    private void add(String className) {
        Object[] constants = ClassUtils.resolveClassName(className, null).getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                names.add(((Result) constant).name());
            }
        }
    }
}
