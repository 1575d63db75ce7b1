package vn.outreach.candidate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A candidate's restricted row. Nothing but this row, its page and its REST resource ever carries the name; null = not
 * known or not asked yet. {@code restrictedSince} is set when the person has left the procedure or withdrawn consent.
 */
public record Candidate(
        String candidateRef,
        String enterpriseCode,
        String name,
        String contact,
        YearMonth birthMonth,
        Schooling schooling,
        LocalDate certificateDate,
        Boolean citizen,
        Boolean isOwner,
        Boolean readmission,
        Boolean inYouthUnion,
        Boolean inUnion,
        LocalDate consentGivenOn,
        LocalDate fileOpenedOn,
        LocalDate restrictedSince,
        String restrictedReason) {

    /** The reference only: a record's own text would carry the name into logs. */
    @Override
    public String toString() {
        return candidateRef;
    }
}
