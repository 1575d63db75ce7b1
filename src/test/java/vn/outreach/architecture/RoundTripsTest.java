package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;

/**
 * What a phase costs its database, by the calls that a person's or a system's request makes. The bounds are what it cost
 * when they were set, and 5 %: who needs more says so here.
 */
class RoundTripsTest extends OutreachTest {

    private static final Logger LOG = LoggerFactory.getLogger(RoundTripsTest.class);
    private static final Jdbc.Cost FREE = new Jdbc.Cost(0, 0, 0);

    private Jdbc.Cost total = FREE;

    @Test
    void aSurveyFromStartToEnd() {
        survey(enterprise());
        total = FREE;
        survey(enterprise());

        LOG.info("a survey: {}", total);
        assertThat(total.statements()).as("statements").isLessThanOrEqualTo(289);
        assertThat(total.roundTrips()).as("round trips").isLessThanOrEqualTo(207);
        assertThat(total.commits()).as("commits").isLessThanOrEqualTo(6);
    }

    private void survey(String taxCode) {
        String today = today().toString();
        step("start", () -> startPhase("survey", taxCode));
        form("officer1", taxCode, "scheduleSurvey", "surveyDate", today, "surveyMethod", "VISIT");
        letter(taxCode);
        form("officer1", taxCode, "conductSurvey",
                "surveyResult", "COMPLETED", "conductedOn", today, "accessibility", "EASY", "ownerAttitude", "NEUTRAL",
                "workerCount", 610, "unionMembers", 0, "youthUnionMembers", 12, "youthBranches", 0,
                "fullMembers", 4, "probationaryMembers", 1);
        form("organisation", taxCode, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 3);
        assertThat(isRunning("survey", taxCode)).isFalse();
    }

    private void form(String user, String taxCode, String step, Object... answers) {
        String task = task(taxCode, step).getId();
        as(user, () -> step(step, () -> tasks.complete(task, vars(answers))));
    }

    private void letter(String taxCode) {
        String letter = externalTasks.createExternalTaskQuery().topicName("sendOfficialLetter").list().stream()
                .filter(open -> taxCode.equals(open.getBusinessKey()))
                .findFirst()
                .orElseThrow()
                .getId();
        as("integration", () -> {
            step("lock the letter", () -> externalTasks.lock(letter, "test", 60_000));
            step("letter sent", () -> externalTasks.complete(letter, "test"));
        });
    }

    private void step(String name, Runnable work) {
        Jdbc.Cost cost = Jdbc.of(work);
        LOG.info("{}: {}", name, cost);
        total = total.plus(cost);
    }
}
