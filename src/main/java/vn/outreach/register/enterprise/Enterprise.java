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
}
