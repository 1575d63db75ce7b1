package vn.outreach.lifecycle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.lifecycle.plan.PlanResults.Group;
import vn.outreach.lifecycle.plan.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.PlanResults.Question;
import vn.outreach.register.achievement.Measure;
import vn.outreach.testing.OutreachTest;

/**
 * A whole year under the engine's clock: planned the autumn before, worked at each month, reported each quarter, amended,
 * handed over, closed. Each month every number of surveys is what a plain count by SQL gives.
 * {@code -Doutreach.test.enterprises=300} is the large one.
 */
@Tag("both-databases")
class PlanYearTest extends OutreachTest {

    private static final int YEAR = 2099;
    private static final int ENTERPRISES = Integer.getInteger("outreach.test.enterprises", 18);
    private static final List<String> OFFICERS = List.of("officer1", "officer2", "officer3");
    private static final List<String> ZONES = List.of("Phú Mỹ I", "Mỹ Xuân A2", "Cái Mép");
    private static final String UNIT = "organisationBoard";

    @Autowired
    private PlanRowService rows;

    @Autowired
    private PlanResults results;

    @Autowired
    private AmendmentWorkflow amendments;

    private final Random dice = new Random(2099);
    private ProcessInstance plan;

    @Test
    void aYearIsPlannedFollowedAndClosed_andEveryNumberIsARecount() {
        at(LocalDate.of(YEAR - 1, 11, 20));
        List<String> codes = IntStream.range(0, ENTERPRISES)
                .mapToObj(i -> enterprise("zone", ZONES.get(i % ZONES.size()), "responsible_member", OFFICERS.get(i % OFFICERS.size())))
                .toList();
        as("organisation", () -> rows.replace(YEAR, IntStream.range(0, ENTERPRISES).mapToObj(i -> row(codes.get(i), i)).toList()));
        plan = start("organisation", AnnualPlanProcess.KEY, "planYear", YEAR);
        complete("organisation", key(), "draftPlan", "targetSurveys", ENTERPRISES - 2, "targetMeetings", 0, "targetUnions", 0,
                "targetCells", 0, "targetAdmissions", 0);
        complete("committee", key(), "approvePlan", "planDecision", "APPROVED");
        runDueJobs(plan.getId());
        assertThat(states()).as("nothing before its day").containsOnlyKeys("PLANNED");

        for (int month = 1; month <= 12; month++) {
            at(LocalDate.of(YEAR, month, 15));
            runDueJobs(plan.getId());
            assertThat(early()).as("started before its day, in month " + month).isZero();
            work(codes);
            switch (month) {
                case 2 -> decide(Map.of("rows", List.of(Map.of("taxCode", codes.get(0), "responsibleMember", "officer3")),
                        "remove", List.of(codes.get(1))), "APPROVED");
                case 5 -> decide(Map.of("remove", List.of(codes.get(2))), "REJECTED");
                case 4, 7, 10 -> report();
                default -> { }
            }
            if (month == 9) {
                as("officer1", () -> amendments.handOver(YEAR, Map.of("from", "officer2", "to", "officer1", "reason", "Chuyển công tác")));
                assertThat(held("officer2")).as("who left holds nothing").isEmpty();
                complete("committee", key(), "approveAmendment", "amendmentDecision", "APPROVED");
            }
            recount();
        }

        at(LocalDate.of(YEAR + 1, 1, 11));
        runDueJobs(plan.getId());
        report();
        List<String> open = results.read(question(PlanPeriod.YEAR)).rows().stream()
                .filter(result -> result.line(Measure.SURVEY).missing() > 0)
                .map(RowResult::taxCode)
                .toList();
        assertThat(open).as("the dice leave some open").hasSizeGreaterThan(1);
        close(open.subList(0, 1), Map.of("closing", "DROPPED", "closingReason", "Doanh nghiệp chuyển tỉnh khác"));
        close(open.subList(1, open.size()), Map.of("closing", "CARRIED"));
        complete("organisation", key(), "closePlan", "planClosed", true);
        recount();
        assertThat(jdbc.sql("select tax_code from plan_row where plan_year = ? and carried_from = ? order by tax_code")
                        .params(YEAR + 1, YEAR).query(String.class).list())
                .as("nothing is forgotten").containsExactlyInAnyOrderElementsOf(open.subList(1, open.size()));
        assertThat(jdbc.sql("select count(*) from plan_row where plan_year = ? and removed_by is null and closing is null")
                        .param(YEAR).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from report where plan_year = ? and status = 'APPROVED'").param(YEAR).query(Integer.class).single())
                .isEqualTo(4);
        assertThat(isRunning(AnnualPlanProcess.KEY, key())).isFalse();
    }

    private Map<String, Object> row(String code, int number) {
        Map<String, Object> row = new HashMap<>(Map.of("taxCode", code, "responsibleMember", OFFICERS.get(number % OFFICERS.size()),
                "unit", UNIT, "measures", List.of("SURVEY")));
        row.put("startOn", LocalDate.of(YEAR, 1 + number % 10, 4).toString());
        return row;
    }

    /** Of the enterprises that wait for it, the dice choose which are surveyed this month. */
    private void work(List<String> codes) {
        for (String code : codes) {
            if (openSteps(code).contains("scheduleSurvey") && dice.nextInt(4) == 0) {
                String officer = task(code, "scheduleSurvey").getAssignee();
                complete(officer, code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
                completeExternal(code, "sendOfficialLetter", "letterNumber", "1-CV/ĐU", "letterSentOn", today().toString());
                complete(officer, code, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", today().toString(),
                        "accessibility", "EASY", "ownerAttitude", "NEUTRAL", "workerCount", 610, "unionMembers", 0, "youthUnionMembers", 12,
                        "youthBranches", 0, "fullMembers", 4, "probationaryMembers", 1);
            }
        }
    }

    private void decide(Map<String, Object> changes, String decision) {
        as("organisation", () -> amendments.propose(YEAR, Map.of("changes", changes, "reason", "Theo công văn số 12")));
        complete("committee", key(), "approveAmendment", decision.equals("APPROVED")
                ? new Object[] {"amendmentDecision", decision}
                : new Object[] {"amendmentDecision", decision, "reason", "Chưa có căn cứ"});
    }

    private void report() {
        for (Task task : tasks.createTaskQuery().processInstanceId(plan.getId()).taskDefinitionKey("userTask_prepareReport").list()) {
            done("organisation", task, "reportReady", true);
        }
        for (Task task : tasks.createTaskQuery().processInstanceId(plan.getId()).taskDefinitionKey("userTask_approveReport").list()) {
            done("board", task, "reportDecision", "APPROVED");
        }
    }

    private void done(String user, Task task, Object... fields) {
        as(user, () -> {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), vars(fields));
        });
    }

    private void close(List<String> codes, Map<String, Object> changes) {
        assertThat(as("organisation", () -> rows.change(YEAR, Map.of("taxCodes", codes, "changes", changes))))
                .allMatch(PlanRowService.Outcome::ok);
    }

    // --- a plain count -------------------------------------------------------------------------------------------------

    private void recount() {
        for (PlanPeriod period : PlanPeriod.values()) {
            if (period.first(YEAR).isAfter(today())) {
                continue;
            }
            PlanResults.Answers answers = results.read(question(period));
            Group total = answers.groups(Grouping.TOTAL).get(0);
            assertThat(reached(total)).as("%s on %s", period, today()).isEqualTo(counted(period, "1 = 1"));
            assertThat(total.enterprises()).isEqualTo(jdbc.sql("select count(*) from plan_row where plan_year = ? and removed_by is null")
                    .param(YEAR).query(Integer.class).single());
            List<String> of = new ArrayList<>();
            answers.groups(Grouping.MEMBER).forEach(group -> {
                of.add(group.key());
                assertThat(reached(group)).as("%s of %s", period, group.key()).isEqualTo(counted(period, "r.responsible_member = '" + group.key() + "'"));
            });
            assertThat(of).doesNotHaveDuplicates();
            answers.groups(Grouping.ZONE).forEach(group ->
                    assertThat(reached(group)).isEqualTo(counted(period, "e.zone = '" + group.key() + "'")));
        }
    }

    private static int reached(Group group) {
        return group.measures().get(Measure.SURVEY.ordinal()).reached();
    }

    private int counted(PlanPeriod period, String which) {
        return jdbc.sql("select count(*) from (select min(o.occurred_on) as first_on from plan_row r join enterprise e on e.tax_code = r.tax_code"
                        + " join outcome o on o.tax_code = r.tax_code and o.phase = 'survey' and o.step = 'conductSurvey' and o.result = 'COMPLETED'"
                        + " where r.plan_year = ? and r.removed_by is null and o.occurred_on >= ? and " + which + " group by r.tax_code) one"
                        + " where first_on between ? and ?")
                .params(YEAR, LocalDate.of(YEAR, 1, 1), period.first(YEAR), question(period).last())
                .query(Integer.class)
                .single();
    }

    private Question question(PlanPeriod period) {
        LocalDate end = LocalDate.of(YEAR, 12, 31);
        return new Question(YEAR, period, today().isBefore(end) ? today() : end, today());
    }

    private List<String> held(String member) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ? and responsible_member = ? and removed_by is null")
                .params(YEAR, member).query(String.class).list();
    }

    private int early() {
        return jdbc.sql("select count(*) from plan_row where plan_year = ? and status <> 'PLANNED' and start_on > ?")
                .params(YEAR, today()).query(Integer.class).single();
    }

    private Map<String, Integer> states() {
        Map<String, Integer> states = new HashMap<>();
        jdbc.sql("select status from plan_row where plan_year = ?").param(YEAR).query(String.class).list()
                .forEach(status -> states.merge(status, 1, Integer::sum));
        return states;
    }

    private static String key() {
        return String.valueOf(YEAR);
    }
}
