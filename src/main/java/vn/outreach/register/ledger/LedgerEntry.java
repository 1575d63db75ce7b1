package vn.outreach.register.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a completed step that the engine knows: which step of which process, for whom, by whom. {@code actedFor}
 * is the absent person for whom a deputy did it, else null. {@code details} holds every field of the form or message;
 * the ledger keeps them as JSON.
 */
public record LedgerEntry(
        String phase,
        String name,
        String processInstanceId,
        @Nullable String caseId,
        @Nullable String activityInstanceId,
        @Nullable String taxCode,
        @Nullable String candidateRef,
        @Nullable String ruleVersion,
        @Nullable Integer planYear,
        Source source,
        String user,
        @Nullable String actedFor,
        LocalDate today,
        Map<String, Object> details) {

    /** A step that people do for themselves. */
    public LedgerEntry(
            String phase,
            String name,
            String processInstanceId,
            @Nullable String caseId,
            @Nullable String activityInstanceId,
            @Nullable String taxCode,
            @Nullable String candidateRef,
            @Nullable String ruleVersion,
            @Nullable Integer planYear,
            Source source,
            String user,
            LocalDate today,
            Map<String, Object> details) {
        this(
                phase,
                name,
                processInstanceId,
                caseId,
                activityInstanceId,
                taxCode,
                candidateRef,
                ruleVersion,
                planYear,
                source,
                user,
                null,
                today,
                details);
    }

    /** The enterprise's code, which every step has but those of a yearly plan. */
    public String requiredTaxCode() {
        return required(taxCode, "enterprise");
    }

    /** The candidate's reference, which every step of an admission has. */
    public String requiredCandidateRef() {
        return required(candidateRef, "candidate");
    }

    /** The year, which every step of a yearly plan has. */
    public int requiredPlanYear() {
        return required(planYear, "plan");
    }

    private <T> T required(@Nullable T key, String what) {
        if (key == null) {
            throw new IllegalStateException("The step %s of %s has no %s".formatted(name, phase, what));
        }
        return key;
    }

    /** The same act told as a step of another phase, such as a phase that is skipped without ever starting. */
    public LedgerEntry as(String otherPhase, String otherName) {
        return new LedgerEntry(
                otherPhase,
                otherName,
                processInstanceId,
                caseId,
                activityInstanceId,
                taxCode,
                candidateRef,
                ruleVersion,
                planYear,
                source,
                user,
                actedFor,
                today,
                details);
    }

    /** The same step as the row keeps it when a person chose another rule version for the act. */
    public LedgerEntry under(String otherVersion) {
        return new LedgerEntry(
                phase,
                name,
                processInstanceId,
                caseId,
                activityInstanceId,
                taxCode,
                candidateRef,
                otherVersion,
                planYear,
                source,
                user,
                actedFor,
                today,
                details);
    }

    /** The same step with these fields and no other: what else was sent is kept elsewhere. */
    public LedgerEntry only(Set<String> fields) {
        Map<String, Object> fewer = new LinkedHashMap<>(details);
        fewer.keySet().retainAll(fields);
        return new LedgerEntry(
                phase,
                name,
                processInstanceId,
                caseId,
                activityInstanceId,
                taxCode,
                candidateRef,
                ruleVersion,
                planYear,
                source,
                user,
                actedFor,
                today,
                fewer);
    }

    /** The same step with one more field in the words the record keeps: codes resolved, lists in order. */
    public LedgerEntry with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(field, value);
        return new LedgerEntry(
                phase,
                name,
                processInstanceId,
                caseId,
                activityInstanceId,
                taxCode,
                candidateRef,
                ruleVersion,
                planYear,
                source,
                user,
                actedFor,
                today,
                more);
    }
}
