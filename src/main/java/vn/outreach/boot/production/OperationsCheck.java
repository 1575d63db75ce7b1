package vn.outreach.boot.production;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What changes the engine itself is closed over REST, to administrators too, but for what is switched on by its name.
 */
final class OperationsCheck {

    private static final String SETTING = "outreach.operations";
    private static final Set<String> EVERYTHING = Set.of("*", "all");
    /** The names that {@code application.yml} explains. */
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "deployment", "decisionEvaluation", "variables", "modification", "historyDeletion", "batch", "migration"));

    private final Environment settings;

    OperationsCheck(Environment settings) {
        this.settings = settings;
    }

    void look(Inspection inspection) {
        inspection.looked("thao tác quản trị qua REST (outreach.operations)");
        for (String name : named()) {
            if (EVERYTHING.contains(name)) {
                inspection.wrong(
                        "outreach.operations mở mọi thao tác quản trị qua REST: hãy chỉ ghi tên từng thao tác cần thiết.");
            } else if (!NAMES.contains(name)) {
                inspection.wrong("outreach.operations có tên không biết “%s”: chỉ có %s."
                        .formatted(name, String.join(", ", NAMES)));
            } else {
                inspection.allowed("thao tác quản trị “%s” qua REST đang mở; xong việc hãy bỏ khỏi outreach.operations."
                        .formatted(name));
            }
        }
    }

    private List<String> named() {
        return Binder.get(settings).bind(SETTING, Bindable.listOf(String.class)).orElse(List.of());
    }
}
