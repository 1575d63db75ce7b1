package vn.outreach.register.enterprise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An enterprise in the register. Counts only, never names of members (domain.md §1.3); null = not known. */
public record Enterprise(
        String taxCode,
        String name,
        String legalForm,
        @Nullable Ownership ownership,
        String ownerLanguage,
        String parentCompany,
        String zone,
        String address,
        String sector,
        Integer workers,
        @Nullable Accessibility accessibility,
        @Nullable OwnerAttitude ownerAttitude,
        Boolean legalPerson,
        LocalDate surveyedOn,
        LocalDate unionRecognisedOn,
        Integer unionMembers,
        Integer youthUnionMembers,
        Integer youthBranches,
        LocalDate youthUnionFoundedOn,
        Integer fullMembers,
        Integer probationaryMembers,
        Integer willingFullMembers,
        LocalDate ownerAgreedOn,
        LocalDate cellFoundedOn,
        LocalDate closedOn,
        String closedReason,
        Integer priority,
        String priorityReason,
        String responsibleMember,
        Stage stage,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    public boolean hasUnion() {
        return unionRecognisedOn != null;
    }

    public boolean hasYouthUnion() {
        return youthUnionFoundedOn != null;
    }

    public boolean hasCell() {
        return cellFoundedOn != null;
    }

    @JsonIgnore
    public boolean isClosed() {
        return closedOn != null;
    }

    /** What the register has of a field that lists have too; null where it has nothing. */
    public @Nullable Object value(EnterpriseField field) {
        return switch (field) {
            case NAME -> name;
            case ZONE -> zone;
            case ADDRESS -> address;
            case SECTOR -> sector;
            case LEGAL_FORM -> legalForm;
            case OWNERSHIP -> ownership;
            case PARENT_COMPANY -> parentCompany;
            case LEGAL_PERSON -> legalPerson;
            case WORKERS -> workers;
            case UNION_RECOGNISED_ON -> unionRecognisedOn;
            case UNION_MEMBERS -> unionMembers;
            case YOUTH_UNION_MEMBERS -> youthUnionMembers;
            case YOUTH_BRANCHES -> youthBranches;
            case YOUTH_UNION_FOUNDED_ON -> youthUnionFoundedOn;
            case FULL_MEMBERS -> fullMembers;
            case PROBATIONARY_MEMBERS -> probationaryMembers;
            case RESPONSIBLE_MEMBER -> responsibleMember;
            default -> throw new IllegalArgumentException("No list has " + field);
        };
    }
}
