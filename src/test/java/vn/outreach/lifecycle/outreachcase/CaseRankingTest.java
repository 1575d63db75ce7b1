package vn.outreach.lifecycle.outreachcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** What was entered meanwhile moves a running case, until the owner agrees; where nothing changed nothing is written. */
@Tag("both-databases")
class CaseRankingTest extends OutreachTest {

    private static final int PLANNED = 2019;
    private static final LocalDate LAST_YEAR = TODAY.minusYears(1);

    @Autowired
    private CaseRanking ranking;

    @AfterEach
    void noPlan() {
        jdbc.sql("delete from plan where plan_year = ?").param(PLANNED).update();
    }

    @Test
    void aUnionMeanwhileMovesTasks_theRegisterAndTheLedger_andTheMemberIsTold() {
        String code = enterprise("workers", 600);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "priority", 8);
        assertThat(task(code, "scheduleSurvey").getPriority()).isEqualTo(30);
        jdbc.sql("update enterprise set union_recognised_on = ? where tax_code = ?").params(LAST_YEAR, code).update();

        ranking.pass();

        assertThat(task(code, "scheduleSurvey").getPriority()).isEqualTo(50);
        assertThat(register(code, "priority")).isEqualTo(6);
        assertThat(register(code, "priority_reason")).isEqualTo("Chưa khảo sát, có công đoàn, đông lao động: khảo sát trước");
        assertThat(runtime.createVariableInstanceQuery().variableName("priority").list().stream()
                .filter(variable -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(code)
                        .processInstanceId(variable.getProcessInstanceId()).count() > 0))
                .isNotEmpty().allSatisfy(variable -> assertThat(variable.getValue()).isEqualTo(6));
        assertThat(ranks(code)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("source", "JOB").containsEntry("recorded_by", "system").containsEntry("result", "DONE");
            assertThat(String.valueOf(row.get("details"))).contains("có công đoàn");
        });
        assertThat(told(code)).filteredOn("rank-changed:officer1"::equals).hasSize(1);
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        String code = enterprise("workers", 600);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "priority", 8);
        Object version = register(code, "version");
        ranking.pass();
        assertThat(register(code, "version")).isEqualTo(version);
        assertThat(ranks(code)).isEmpty();
        assertThat(told(code)).doesNotContain("rank-changed:officer1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner_agreed_on", "closed_on"})
    void whoseOwnerAgreed_orWhoClosed_keepsTheRank(String column) {
        String code = enterprise("workers", 600);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "priority", 9);
        jdbc.sql("update enterprise set " + column + " = ? where tax_code = ?").params(LAST_YEAR, code).update();
        ranking.pass();
        assertThat(register(code, "priority")).isEqualTo(9);
        assertThat(ranks(code)).isEmpty();
    }

    @Test
    void aCaseWithoutARank_waitsForItsFirst() {
        String code = enterprise("workers", 600);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        ranking.pass();
        assertThat(register(code, "priority")).isNull();
        assertThat(task(code, "scheduleSurvey").getPriority()).isEqualTo(20);
    }

    @Test
    void theThresholdIsThatOfTheCasesPlan() {
        jdbc.sql("insert into plan (plan_year, status, many_workers) values (?, 'APPROVED', 700)").param(PLANNED).update();
        String code = enterprise("workers", 600);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", PLANNED, "priority", 8);
        ranking.pass();
        assertThat(register(code, "priority")).isEqualTo(9);
    }

    private List<Map<String, Object>> ranks(String code) {
        return jdbc.sql("select source, recorded_by, result, details from outcome where tax_code = ? and step = 'rank'")
                .param(code).query().listOfRows();
    }
}
