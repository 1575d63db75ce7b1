package vn.outreach.lifecycle.outreachcase;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.identity.Members;

/**
 * The questions that the models ask of the register ({@code ${register.unionRecognised(enterpriseCode)}}). They read it
 * at the moment of asking, so a case follows what was entered meanwhile by hand or over REST.
 */
@Component("register")
public class Register {

    private static final int SMALLEST_CELL = 3;
    private static final int SURVEY_GOOD_FOR_MONTHS = 12;

    private final Enterprises enterprises;
    private final Members members;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int manyWorkers;

    Register(
            Enterprises enterprises,
            Members members,
            JdbcClient jdbc,
            Clock clock,
            @Value("${outreach.ranking.many-workers}") int manyWorkers) {
        this.enterprises = enterprises;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
        this.manyWorkers = manyWorkers;
    }

    /** Who answers for the enterprise and can still work; {@code null} leaves the task to its candidate group. */
    public @Nullable String responsibleMember(String taxCode) {
        return enterprises
                .find(taxCode)
                .map(Enterprise::responsibleMember)
                .filter(members::mayBeResponsible)
                .orElse(null);
    }

    public boolean surveyedWithinYear(String taxCode) {
        LocalDate surveyedOn = enterprises.require(taxCode).surveyedOn();
        return surveyedOn != null
                && !surveyedOn.plusMonths(SURVEY_GOOD_FOR_MONTHS).isBefore(LocalDate.now(clock));
    }

    public boolean surveyed(String taxCode) {
        return enterprises.require(taxCode).surveyedOn() != null;
    }

    public boolean ownerAgreed(String taxCode) {
        return enterprises.require(taxCode).ownerAgreedOn() != null;
    }

    public boolean unionRecognised(String taxCode) {
        return enterprises.require(taxCode).hasUnion();
    }

    /** The same fact under the name of D1's input. */
    public boolean hasUnion(String taxCode) {
        return unionRecognised(taxCode);
    }

    public boolean youthUnionFounded(String taxCode) {
        return enterprises.require(taxCode).hasYouthUnion();
    }

    public boolean cellFounded(String taxCode) {
        return enterprises.require(taxCode).hasCell();
    }

    /** Unknown counts as UNKNOWN, which D1 ranks like HARD. */
    public String accessibility(String taxCode) {
        Accessibility accessibility = enterprises.require(taxCode).accessibility();
        return (accessibility == null ? Accessibility.UNKNOWN : accessibility).name();
    }

    public int workerCount(String taxCode) {
        return orZero(enterprises.require(taxCode).workers());
    }

    public int youthUnionMembers(String taxCode) {
        return orZero(enterprises.require(taxCode).youthUnionMembers());
    }

    public int youthBranches(String taxCode) {
        return orZero(enterprises.require(taxCode).youthBranches());
    }

    public int willingFullMembers(String taxCode) {
        return orZero(enterprises.require(taxCode).willingFullMembers());
    }

    /**
     * Whether so many willing full members may found a cell (Điều lệ Đảng, điều 21.2). A message may bring anything:
     * what is no whole number founds nothing and meets its refusal in the record step.
     */
    public boolean enoughForACell(Object willingFullMembers) {
        return willingFullMembers instanceof Integer willing && willing >= SMALLEST_CELL;
    }

    /** From how many workers on an enterprise counts as large (domain.md §1.4: no source states the number). */
    public int manyWorkers() {
        return manyWorkers;
    }

    /** The same for a case of that year, whose approved plan may have a number of its own. */
    public int manyWorkersOf(int planYear) {
        return jdbc.sql("select many_workers from plan where plan_year = ? and status in ('APPROVED', 'CLOSED')"
                        + " and many_workers is not null")
                .param(planYear)
                .query(Integer.class)
                .optional()
                .orElse(manyWorkers);
    }

    private static int orZero(Integer count) {
        return count == null ? 0 : count;
    }
}
