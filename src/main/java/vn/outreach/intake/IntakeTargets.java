package vn.outreach.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.security.identity.CurrentUser;

/** Finds what a kind of list is written by. */
@Component
class IntakeTargets {

    private final Map<IntakeKind, IntakeTarget> targets = new EnumMap<>(IntakeKind.class);

    IntakeTargets(List<IntakeTarget> targets) {
        targets.forEach(target -> this.targets.put(target.kind(), target));
    }

    IntakeTarget of(IntakeKind kind) {
        IntakeTarget target = targets.get(kind);
        if (target == null) {
            throw new IllegalStateException("Nothing writes lists of the kind " + kind);
        }
        return target;
    }

    /** A field that columns of this kind can be; one that is left out as a person's is none. */
    ListField field(IntakeKind kind, String name) {
        return of(kind).fields().stream()
                .filter(field -> !field.personal() && field.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("field-unknown", name, "Danh sách này không có trường “%s”.".formatted(name)));
    }

    /** The kinds that this person may read and write. */
    List<IntakeKind> of(CurrentUser person) {
        return Arrays.stream(IntakeKind.values())
                .filter(targets::containsKey)
                .filter(kind -> mayWrite(kind, person))
                .toList();
    }

    private boolean mayWrite(IntakeKind kind, CurrentUser person) {
        try {
            of(kind).mustWrite(person);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
