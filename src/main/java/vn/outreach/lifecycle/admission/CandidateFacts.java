package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.candidate.Candidate;

/** What D5 and D7 ask of a candidate: ages counted on a day from the restricted row, which itself stays where it is. */
final class CandidateFacts {

    /** A candidate without a certificate of the awareness course. */
    private static final int NO_CERTIFICATE = -1;

    private final Candidate candidate;

    CandidateFacts(Candidate candidate) {
        this.candidate = candidate;
    }

    Map<String, Object> forEligibility(@Nullable String ruleVersion, LocalDate day) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("ruleVersion", ruleVersion);
        inputs.put("ageInMonths", ageInMonths(day));
        inputs.put(
                "schooling",
                candidate.schooling() == null ? null : candidate.schooling().name());
        inputs.put("certificateAgeMonths", certificateAgeMonths(day));
        inputs.put("citizen", candidate.citizen());
        inputs.put("isOwner", candidate.isOwner());
        inputs.put("readmission", candidate.readmission());
        return inputs;
    }

    Map<String, Object> forIntroducers(boolean youthUnionExists, LocalDate day) {
        return Map.of(
                "youthUnionExists",
                youthUnionExists,
                "candidateInYouthUnion",
                candidate.inYouthUnion(),
                "candidateInUnion",
                candidate.inUnion(),
                "candidateAgeYears",
                ageInMonths(day) / 12);
    }

    /** Counted by month, as the Party's rules do: the day of birth plays no part (domain.md §0.4 T12). */
    private int ageInMonths(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(candidate.birthMonth(), YearMonth.from(day));
    }

    /** Begun months count: a certificate is good for 60 months and not a day longer (T14). */
    private int certificateAgeMonths(LocalDate day) {
        LocalDate issued = candidate.certificateDate();
        if (issued == null || issued.isAfter(day)) {
            return NO_CERTIFICATE;
        }
        int whole = (int) ChronoUnit.MONTHS.between(issued, day);
        return issued.plusMonths(whole).isBefore(day) ? whole + 1 : whole;
    }
}
