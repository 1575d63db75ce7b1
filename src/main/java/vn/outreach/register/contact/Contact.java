package vn.outreach.register.contact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the contact log. {@code withWhom} is an office of the enterprise, never a name; {@code madeBy} had the
 * contact, {@code recordedBy} wrote this row. A row that {@code corrects} another replaces it, or with
 * {@code withdrawn} takes it back; {@code current} is what stands.
 */
public record Contact(
        long id,
        String taxCode,
        LocalDate day,
        ContactKind kind,
        String withWhom,
        String said,
        @Nullable String nextStep,
        @Nullable LocalDate nextDay,
        @Nullable Integer readiness,
        String madeBy,
        String madeByName,
        String recordedBy,
        OffsetDateTime recordedAt,
        @Nullable Long corrects,
        @Nullable String reason,
        boolean withdrawn,
        boolean current) {

    /** The same with the name of whoever had the contact. */
    Contact called(String name) {
        return new Contact(
                id,
                taxCode,
                day,
                kind,
                withWhom,
                said,
                nextStep,
                nextDay,
                readiness,
                madeBy,
                name,
                recordedBy,
                recordedAt,
                corrects,
                reason,
                withdrawn,
                current);
    }

    /** Whether the other says the same of the same contact, whoever wrote it and when. */
    boolean saysTheSame(Contact other) {
        return day.equals(other.day)
                && kind == other.kind
                && withWhom.equals(other.withWhom)
                && said.equals(other.said)
                && Objects.equals(nextStep, other.nextStep)
                && Objects.equals(nextDay, other.nextDay)
                && Objects.equals(readiness, other.readiness);
    }
}
