package vn.outreach.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.base.refusal.Refusal;

/** The decisions as the product asks them; their tables row by row are the subject of {@link DecisionTablesTest}. */
class RulesTest {

    private final Rules rules = RulesFixture.rules();

    @Test
    void aDayHasItsRegulation_andADayBeforeTheFirstIsRefused() {
        assertThat(rules.versionOn(LocalDate.of(2016, 7, 25))).isEqualTo("QD29_2016");
        assertThatThrownBy(() -> rules.versionOn(LocalDate.of(2016, 7, 24))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("date-range");
            assertThat(refusal.field()).isEqualTo("date");
        });
    }

    @ParameterizedTest
    @CsvSource({"499, 2", "500, 1", "501, 1"})
    void manyWorkersAreThoseOfTheThresholdAndMore(int workers, int priority) {
        Rank rank = rules.rank(new RankInput(true, "EASY", true, workers, 500));
        assertThat(rank.priority()).isEqualTo(priority);
        assertThat(rank.reason()).isNotBlank();
    }

    @Test
    void aRankThatNoRuleGives_isAFault() {
        assertThatThrownBy(() -> rules.rank(new RankInput(true, "SOMEHOW", true, 0, 500))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outreachPriority");
    }

    @Test
    void aLimitSaysHowLong_fromWhen_andByHowMuchItMayGrow() {
        assertThat(rules.timeLimit("decideAdmission", "QD208_2026"))
                .contains(new TimeLimit(60, 0, TimeLimit.From.VOTE_DATE, 30));
        assertThat(rules.timeLimit("scheduleSurvey", "QD208_2026"))
                .contains(new TimeLimit(5, 0, TimeLimit.From.TASK_CREATED, 0));
        assertThat(rules.timeLimit("holdCellVote", "QD208_2026")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QD20_2026, true, TWO_THIRDS", "QD20_2026, false, MORE_THAN_HALF", "QD208_2026, true, MORE_THAN_HALF"})
    void theShareThatABodyNeeds(String version, boolean delegated, String voteRule) {
        assertThat(rules.bodyVoteRule(version, delegated)).isEqualTo(voteRule);
    }

    @Test
    void aBodyOfNoRegulation_isAFault() {
        assertThatThrownBy(() -> rules.bodyVoteRule("QD1999", true)).isInstanceOf(IllegalStateException.class).hasMessageContaining("QD1999");
    }

    @ParameterizedTest
    @CsvSource({"TWO_THIRDS, 3, 2, true", "TWO_THIRDS, 3, 1, false", "MORE_THAN_HALF, 4, 3, true", "MORE_THAN_HALF, 4, 2, false"})
    void aVotePassesOrNot(String rule, int eligible, int yes, boolean passed) {
        assertThat(rules.votePassed(rule, eligible, yes)).isEqualTo(passed);
    }

    @Test
    void moreVotesThanVoters_areAFault() {
        assertThatThrownBy(() -> rules.votePassed("TWO_THIRDS", 3, 4)).isInstanceOf(IllegalStateException.class).hasMessageContaining("votePassed");
    }

    @ParameterizedTest
    @CsvSource({"true, true, YOUTH_UNION_AND_ONE", "false, true, UNION_AND_ONE", "false, false, NOT_POSSIBLE"})
    void theIntroducersThatACandidateNeeds(boolean youthUnionExists, boolean inUnion, String pair) {
        assertThat(rules.introducerPair(introduced(youthUnionExists, inUnion))).isEqualTo(pair);
    }

    @Test
    void whatADecisionIsNotTold_isNamed() {
        Map<String, Object> inputs = introduced(true, true);
        inputs.put("candidateInUnion", null);
        assertThatThrownBy(() -> rules.introducerPair(inputs)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Decision introducers needs candidateInUnion");
    }

    private static Map<String, Object> introduced(boolean youthUnionExists, boolean inUnion) {
        return new HashMap<>(Map.of("youthUnionExists", youthUnionExists, "candidateInYouthUnion", youthUnionExists, "candidateInUnion", inUnion,
                "candidateAgeYears", 20));
    }
}
