package vn.outreach.register.candidate;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * A candidate's restricted row. Nothing but this row, its page and its REST resource ever carries the name; null = not
 * known or not asked yet. {@code enterpriseCode}, the name in JSON and in the table, is the enterprise's tax code.
 * {@code restrictedSince} is set when the person has left the procedure or withdrawn consent.
 */
public record Candidate(
        String candidateRef,
        String enterpriseCode,
        @Nullable String name,
        @Nullable String contact,
        @Nullable YearMonth birthMonth,
        @Nullable Schooling schooling,
        @Nullable LocalDate certificateDate,
        @Nullable Boolean citizen,
        @Nullable Boolean isOwner,
        @Nullable Boolean readmission,
        @Nullable Boolean inYouthUnion,
        @Nullable Boolean inUnion,
        LocalDate consentGivenOn,
        LocalDate fileOpenedOn,
        LocalDate restrictedSince,
        String restrictedReason) {

    /** The names of the fields in which the two differ. */
    List<String> fieldsOtherThanIn(Candidate other) {
        return Arrays.stream(Candidate.class.getRecordComponents())
                .filter(field -> !Objects.equals(valueOf(field), other.valueOf(field)))
                .map(RecordComponent::getName)
                .toList();
    }

    private Object valueOf(RecordComponent field) {
        return ReflectionUtils.invokeMethod(field.getAccessor(), this);
    }

    /** The reference only: a record's own text would carry the name into logs. */
    @Override
    public String toString() {
        return candidateRef;
    }
}
