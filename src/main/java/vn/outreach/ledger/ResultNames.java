package vn.outreach.ledger;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Every name a ledger row's result can have: the constants of all enums that implement {@link Result}. */
@Component
class ResultNames {

    private final Set<String> names = new TreeSet<>();

    ResultNames() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Result.class));
        scanner.findCandidateComponents("vn.outreach").forEach(found -> add(found.getBeanClassName()));
    }

    boolean contains(String name) {
        return names.contains(name);
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
