package vn.outreach.engine.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUser;

/** What each kind of command must pass before it runs for a person or a system; the product itself is not asked. */
@Component
public final class CommandRules {

    /** Some of the rules; one bean per subject. */
    interface Source {

        void writeInto(CommandRules rules);
    }

    private final Map<Class<?>, BiConsumer<Object, CurrentUser>> rules = new HashMap<>();

    CommandRules(List<Source> sources) {
        sources.forEach(source -> source.writeInto(this));
    }

    /** @throws IllegalStateException when the kind has a rule already: the second one would hide the first */
    <C> void on(Class<C> kind, BiConsumer<C, CurrentUser> rule) {
        if (rules.put(kind, (command, person) -> rule.accept(kind.cast(command), person)) != null) {
            throw new IllegalStateException("Two rules for " + kind);
        }
    }

    void check(Command<?> command, CurrentUser person) {
        BiConsumer<Object, CurrentUser> rule = rules.get(command.getClass());
        if (rule != null) {
            rule.accept(command, person);
        }
    }
}
