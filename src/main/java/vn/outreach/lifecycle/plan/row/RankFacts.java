package vn.outreach.lifecycle.plan.row;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.rules.RankInput;

/**
 * What the register knows of an enterprise when it is ranked (domain.md §1.4); null = not known.
 *
 * @param hasUnion also without a day, where a union is only supposed
 */
record RankFacts(
        String taxCode,
        @Nullable String name,
        @Nullable LocalDate surveyedOn,
        @Nullable Accessibility accessibility,
        boolean hasUnion,
        @Nullable LocalDate unionRecognisedOn,
        @Nullable Integer workers) {

    RankInput input(int manyWorkers) {
        return new RankInput(surveyedOn != null, access().name(), hasUnion, workerCount(), manyWorkers);
    }

    Accessibility access() {
        return Objects.requireNonNullElse(accessibility, Accessibility.UNKNOWN);
    }

    int workerCount() {
        return workers == null ? 0 : workers;
    }

    RankFacts withAccess(Accessibility supposed) {
        return new RankFacts(taxCode, name, surveyedOn, supposed, hasUnion, unionRecognisedOn, workers);
    }

    RankFacts withUnion() {
        return new RankFacts(taxCode, name, surveyedOn, accessibility, true, unionRecognisedOn, workers);
    }
}
