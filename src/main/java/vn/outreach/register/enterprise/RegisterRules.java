package vn.outreach.register.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.ledger.DateRules;

/**
 * What holds between the figures and days of one enterprise. Asked of what an entry changes: what the register has said
 * before is not judged again by an entry about something else.
 */
final class RegisterRules {

    private static final List<EnterpriseField> PART_OF_WORKERS = List.of(
            EnterpriseField.UNION_MEMBERS,
            EnterpriseField.YOUTH_UNION_MEMBERS,
            EnterpriseField.FULL_MEMBERS,
            EnterpriseField.PROBATIONARY_MEMBERS,
            EnterpriseField.WILLING_FULL_MEMBERS);
    private static final List<EnterpriseField> BEFORE_THE_END = List.of(
            EnterpriseField.UNION_RECOGNISED_ON,
            EnterpriseField.YOUTH_UNION_FOUNDED_ON,
            EnterpriseField.CELL_FOUNDED_ON);

    private final RegisterChange change;
    private final @Nullable Enterprise before;

    /** {@code before} is null for an enterprise that is entered now. */
    RegisterRules(RegisterChange change, @Nullable Enterprise before) {
        this.change = change;
        this.before = before;
    }

    void check(LocalDate today) {
        change.values().forEach((field, value) -> {
            if (value instanceof LocalDate day) {
                DateRules.notFuture(change.name(field), day, today);
            }
        });
        PART_OF_WORKERS.forEach(part -> notAbove(part, count(part), EnterpriseField.WORKERS));
        bothKindsOfMembers();
        notAbove(
                EnterpriseField.YOUTH_BRANCHES,
                count(EnterpriseField.YOUTH_BRANCHES),
                EnterpriseField.YOUTH_UNION_MEMBERS);
        Integer willing = count(EnterpriseField.WILLING_FULL_MEMBERS);
        if (willing != null
                && change.given().contains(EnterpriseField.WILLING_FULL_MEMBERS)
                && change.given().contains(EnterpriseField.FULL_MEMBERS)) {
            // Only within one entry: members who are willing may be known before the whole count is brought up to date.
            Counts.notAbove(
                    change.name(EnterpriseField.WILLING_FULL_MEMBERS),
                    EnterpriseField.WILLING_FULL_MEMBERS.label(),
                    willing,
                    count(EnterpriseField.FULL_MEMBERS),
                    lowerCase(EnterpriseField.FULL_MEMBERS.label()));
        }
        if (changes(EnterpriseField.CLOSED_ON)) {
            BEFORE_THE_END.forEach(act -> DateRules.notBefore(
                    change.name(EnterpriseField.CLOSED_ON),
                    day(EnterpriseField.CLOSED_ON),
                    day(act),
                    lowerCase(act.label())));
        }
    }

    /** Full and probationary members are different people, and all of them work there. */
    private void bothKindsOfMembers() {
        Integer full = count(EnterpriseField.FULL_MEMBERS);
        Integer probationary = count(EnterpriseField.PROBATIONARY_MEMBERS);
        Integer workers = count(EnterpriseField.WORKERS);
        boolean asked = changes(EnterpriseField.FULL_MEMBERS)
                || changes(EnterpriseField.PROBATIONARY_MEMBERS)
                || changes(EnterpriseField.WORKERS);
        if (asked && full != null && probationary != null) {
            EnterpriseField wrong = changes(EnterpriseField.PROBATIONARY_MEMBERS)
                    ? EnterpriseField.PROBATIONARY_MEMBERS
                    : changes(EnterpriseField.FULL_MEMBERS) ? EnterpriseField.FULL_MEMBERS : EnterpriseField.WORKERS;
            Counts.notAbove(
                    change.name(wrong),
                    "Tổng số đảng viên",
                    full + probationary,
                    workers,
                    lowerCase(EnterpriseField.WORKERS.label()));
        }
    }

    /** A part is not more than the whole; asked when one of the two changes. */
    private void notAbove(EnterpriseField part, @Nullable Integer some, EnterpriseField whole) {
        if (some != null && (changes(part) || changes(whole))) {
            EnterpriseField wrong = changes(part) ? part : whole;
            Counts.notAbove(change.name(wrong), part.label(), some, count(whole), lowerCase(whole.label()));
        }
    }

    private boolean changes(EnterpriseField field) {
        return change.values().containsKey(field)
                && !Objects.equals(change.values().get(field), stored(field));
    }

    private @Nullable Integer count(EnterpriseField field) {
        return (Integer) now(field);
    }

    private @Nullable LocalDate day(EnterpriseField field) {
        return (LocalDate) now(field);
    }

    private @Nullable Object now(EnterpriseField field) {
        return change.values().containsKey(field) ? change.values().get(field) : stored(field);
    }

    private @Nullable Object stored(EnterpriseField field) {
        return before == null
                ? null
                : switch (field) {
                    case WORKERS -> before.workers();
                    case UNION_MEMBERS -> before.unionMembers();
                    case YOUTH_UNION_MEMBERS -> before.youthUnionMembers();
                    case YOUTH_BRANCHES -> before.youthBranches();
                    case FULL_MEMBERS -> before.fullMembers();
                    case PROBATIONARY_MEMBERS -> before.probationaryMembers();
                    case WILLING_FULL_MEMBERS -> before.willingFullMembers();
                    case UNION_RECOGNISED_ON -> before.unionRecognisedOn();
                    case YOUTH_UNION_FOUNDED_ON -> before.youthUnionFoundedOn();
                    case CELL_FOUNDED_ON -> before.cellFoundedOn();
                    case CLOSED_ON -> before.closedOn();
                    case RESPONSIBLE_MEMBER -> before.responsibleMember();
                    default -> throw new IllegalArgumentException("No rule asks for " + field);
                };
    }

    private static String lowerCase(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
