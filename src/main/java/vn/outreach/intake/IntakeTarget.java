package vn.outreach.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.security.identity.CurrentUser;

/** What is done with the rows of one kind of list; a bean in the package whose rows they are. */
public interface IntakeTarget {

    IntakeKind kind();

    /**
     * Whether each row is an act of its own, such as a task that is completed: it is written in a transaction of its
     * own and never taken back.
     */
    default boolean isActs() {
        return false;
    }

    /** The fields that a column can be, in the order in which people read them. */
    List<ListField> fields();

    /** What belongs into a field, for the sheet of explanations. */
    String explanation(String field);

    /** What people call the enterprises with these tax codes; those that nobody knows are missing. */
    Map<String, String> names(Collection<String> taxCodes);

    /** What may be chosen for a field, for the sample's drop-downs; fields without a choice are missing. */
    Map<String, List<String>> choices();

    /** @throws vn.outreach.base.refusal.Refusal {@code wrong-person} */
    void mustWrite(CurrentUser person);

    /**
     * Whether the list can be taken at all, such as rows of a plan that is no draft.
     *
     * @throws vn.outreach.base.refusal.Refusal with a sentence for the person
     */
    void mustTake(IntakeList list);

    /**
     * What writing a list does beside its rows, as a sentence that people read before they have it written; null for
     * nothing.
     *
     * @param rows those that are to be written, read when they are asked for
     */
    default @Nullable String consequence(IntakeList list, Supplier<List<IntakeRow>> rows) {
        return null;
    }

    /** What would become of these rows. Nothing is written, and there are few statements for all of them. */
    List<Judged> compare(IntakeList list, List<IntakeRow> rows);

    /**
     * Writes these rows within the transaction of the caller, each as {@link #compare} sees it now; a row that is no
     * longer as it was shown is answered as asked again and not written.
     */
    List<Written> write(IntakeList list, List<IntakeRow> rows, CurrentUser person);

    /**
     * What became of a row.
     *
     * @param judged NEW or CHANGED where it was written; else what stands against it
     * @param before what was written over, to be handed to {@link #takeBack}
     * @param version of what was written
     */
    record Written(
            int number,
            Judged judged,
            @Nullable String before,
            @Nullable Integer version) {}

    /** A row that was written, with what {@link #write} answered. */
    record Taken(
            int number,
            String taxCode,
            @Nullable String before,
            @Nullable Integer version,
            Instant at) {}

    /** Takes a row back within the transaction of the caller; answers null, or why it stays. */
    @Nullable
    String takeBack(IntakeList list, Taken row, CurrentUser person);
}
