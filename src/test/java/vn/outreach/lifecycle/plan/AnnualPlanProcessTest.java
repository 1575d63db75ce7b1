package vn.outreach.lifecycle.plan;

import vn.outreach.lifecycle.plan.row.RowClosing;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.amendment.AmendmentWorkflow;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.draft.PlanRowService;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.report.ReportService;
import vn.outreach.lifecycle.plan.report.ReportStatus;
import vn.outreach.lifecycle.plan.report.ReportText;
import vn.outreach.lifecycle.plan.row.PlanRowWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.document.draft.PlanPaper;
import vn.outreach.document.draft.WordFixture;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.ledger.EarlierSteps;
import vn.outreach.register.ledger.EarlierSteps.Said;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.OutreachTest;

/** Every path of processes/annualPlan.bpmn, and what a row may meet when its case is to start. Each test has years of its own. */
class AnnualPlanProcessTest extends OutreachTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2017, 5, 4);
    private static final String UNIT = "massMobilisationBoard";
    private static final AtomicInteger YEARS = new AtomicInteger(2030);

    @Autowired
    private PlanRowWriter rows;

    @Autowired
    private PlanRows planned;

    @Autowired
    private AmendmentWorkflow amendments;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EarlierSteps earlier;

    @Autowired
    private AnnualPlanWorkflow workflow;

    @Autowired
    private PlanClosing closing;

    @Autowired
    private ReportService reports;

    @Autowired
    private PlanRowService rowService;

    @Autowired
    private WorkingDays days;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private PlanPaper paper;

    private int year;
    private ProcessInstance plan;

    /** The clock goes with the year: a plan is made for this year or the next. A test that needs the next year takes it too. */
    @BeforeEach
    void aYearOfItsOwn() {
        year = YEARS.incrementAndGet();
        at(LocalDate.of(year, 1, 7));
    }

    // --- draft and approval ------------------------------------------------------------------------------------------

    /** A paper that somebody looks at takes no number: not as a draft, and not afterwards. */
    @Test
    void thePaperOfThePlanGetsItsNumberOnce_whenItIsApproved() {
        CurrentUser reader = new CurrentUser("organisation", Set.of("organisationBoard"), List.of());
        rows(row(enterprise("name", "CP Thép Ba"), "officer1", 4));
        begin();
        draft("organisation");
        complete("committee", key(), "approvePlan", "planDecision", "RETURNED", "reason", "Bổ sung khu Phú Mỹ II");
        assertThat(head().get("paper_number")).isNull();
        assertThat(WordFixture.text(paper.word(year, reader))).contains("Số ……-KH/ĐUK", "Kèm theo dự thảo", "ngày … tháng …");

        draft("organisation");
        approve("committee");
        runDueJobs(plan.getId());

        String number = (String) head().get("paper_number");
        assertThat(number).matches("\\d{2,}-KH/ĐUK");
        at(LocalDate.of(year, 2, 11));
        for (int i = 0; i < 2; i++) {
            assertThat(WordFixture.text(paper.word(year, reader)))
                    .contains("Số " + number, "ngày 07 tháng 01 năm " + year, "CP Thép Ba", "Hạng 8: chưa khảo sát",
                            "(Kèm theo Kế hoạch số %s, ngày 07/01/%d)".formatted(number, year));
        }
        jdbc.sql("insert into plan_amendment (plan_year, status, applied, changes, reason, made_by, made_at)"
                + " values (?, 'APPROVED', true, '{}', 'Đổi người', 'organisation', current_timestamp)").param(year).update();
        assertThat(WordFixture.text(paper.word(year, reader))).contains("; cập nhật đến ngày 11/02/%d sau 1 lần điều chỉnh)".formatted(year));
        assertThat(jdbc.sql("select last_number from draft_counter where kind = 'KH' order by last_number desc fetch first 1 rows only")
                .query(Integer.class).single()).as("no other number was taken").isEqualTo(Integer.parseInt(number.substring(0, number.indexOf('-'))));
    }

    @Test
    void anApprovedPlanStartsTheCaseOfEveryRow() {
        String code = enterprise("responsible_member", "officer2");
        rows(row(code, "officer1", 4));
        begin();
        assertThat(openSteps(key())).containsExactly("draftPlan");
        draft("organisation");
        assertThat(head()).containsEntry("status", "SUBMITTED").containsEntry("drafted_by", "organisation")
                .containsEntry("target_surveys", 1).containsEntry("target_meetings", 1).containsEntry("target_unions", 1)
                .containsEntry("target_cells", 1).containsEntry("target_admissions", 15);
        assertThat(openSteps(key())).containsExactly("approvePlan");
        assertThat(toldOfPlan()).contains("plan-to-approve:committee", "plan-to-approve:committee2");
        assertThat(register(code, "stage")).as("still a draft").isEqualTo("REGISTERED");
        approve("committee");
        assertThat(register(code, "stage")).isEqualTo("PLANNED");
        assertThat(isRunning("enterpriseOutreach", code)).as("not in the approval's transaction").isFalse();
        runDueJobs(plan.getId());

        assertThat(steps()).containsExactly("draftPlan=DONE", "approvePlan=APPROVED");
        assertThat(head()).containsEntry("status", "APPROVED").containsEntry("effective_from", Date.valueOf(today())).containsEntry("approved_by", "committee")
                .containsEntry("approved_on", Date.valueOf(today()));
        assertThat(statusOf(code)).isEqualTo("STARTED");
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo("officer1");
        assertThat(register(code, "responsible_member")).isEqualTo("officer1");
        assertThat(variables(code)).containsEntry("planYear", year).containsEntry("admissionTarget", 4);
        assertThat(isRunning(AnnualPlanProcess.KEY, key())).as("the year goes on").isTrue();
    }

    @Test
    void anEmptyPlanIsNoPlan() {
        begin();
        assertThat(refused(() -> draft("organisation")).code()).isEqualTo("plan-empty");
        assertThat(openSteps(key())).containsExactly("draftPlan");
        assertThat(steps()).isEmpty();
    }

    @Test
    void everyRowNamesAMemberAndAUnit() {
        String named = enterprise();
        String memberless = enterprise();
        String unitless = enterprise();
        rows(row(named, "officer1", null), row(memberless, null, null), planRow(unitless, "officer1", null, null));
        begin();
        Refusal refusal = refused(() -> draft("organisation"));
        assertThat(refusal.code()).isEqualTo("plan-row-nameless");
        assertThat(refusal.getMessage()).contains(memberless, unitless).doesNotContain(named);
        assertThat(head()).containsEntry("status", "DRAFT");
    }

    @Test
    void aTargetThatNoRowsPromise_isNotSubmitted() {
        rows(row(enterprise(), "officer1", null));
        begin();
        Map<String, Object> targets = targets();
        targets.put("targetSurveys", 99_999);
        Refusal refusal = refused(() -> complete("organisation", key(), "draftPlan", pairs(targets)));
        assertThat(refusal.code()).isEqualTo("plan-target-rows");
        assertThat(refusal.getMessage())
                .isEqualTo("Chỉ tiêu khảo sát 99.999 nhiều hơn 1 doanh nghiệp có khảo sát trong kế hoạch (targetSurveys).");
        assertThat(head()).containsEntry("status", "DRAFT");
    }

    @Test
    void whoeverLeftSinceTheRowsWereWritten_isNotSubmitted() {
        rows(row(enterprise(), "officer1", null), row(enterprise(), "youth", null), row(enterprise(), "gone-user", null));
        begin();
        Refusal refusal = refused(() -> draft("organisation"));
        assertThat(refusal.code()).isEqualTo("plan-row-member");
        assertThat(refusal.getMessage()).contains("gone-user, youth").doesNotContain("officer1");
        assertThat(head()).containsEntry("status", "DRAFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"targetSurveys", "targetMeetings", "targetUnions", "targetCells", "targetAdmissions"})
    void aPlanHasTargets(String field) {
        rows(row(enterprise(), "officer1", null));
        begin();
        Map<String, Object> missing = targets();
        missing.remove(field);
        refusedField(field, "field-missing", missing);
        Map<String, Object> negative = targets();
        negative.put(field, -1);
        refusedField(field, "field-range", negative);
    }

    @Test
    void whoDraftedDoesNotApprove_evenAsAMemberOfTheCommittee() {
        rows(row(enterprise(), "officer1", null));
        begin();
        draft("organisation");
        assertThat(refused(() -> approve("organisation2")).code()).isEqualTo("wrong-person");
        identities.createMembership("organisation", "standingCommittee");
        try {
            assertThat(refused(() -> approve("organisation")).code()).isEqualTo("four-eyes");
        } finally {
            identities.deleteMembership("organisation", "standingCommittee");
        }
        assertThat(openSteps(key())).containsExactly("approvePlan");
        assertThat(head()).containsEntry("status", "SUBMITTED");
    }

    @Test
    void aReturnedPlanIsADraftAgain() {
        String code = enterprise();
        rows(row(code, "officer1", null));
        begin();
        draft("organisation");
        assertThat(refused(() -> complete("committee", key(), "approvePlan", "planDecision", "RETURNED")).code())
                .isEqualTo("field-missing");
        assertThat(refused(() -> complete("committee", key(), "approvePlan", "planDecision", "RETURNED", "reason", "Sửa")).code())
                .isEqualTo("field-range");
        complete("committee", key(), "approvePlan", "planDecision", "RETURNED", "reason", "Bổ sung khu Phú Mỹ II");
        assertThat(openSteps(key())).containsExactly("draftPlan");
        assertThat(head()).containsEntry("returned_reason", "Bổ sung khu Phú Mỹ II");
        assertThat(earlier.before(plan.getId(), plan.getId(), SystemsFixture.person("organisation", "organisationBoard")).get(0).said())
                .extracting(Said::value).as("who drafts it again reads why").containsExactly("Bổ sung khu Phú Mỹ II");
        assertThat(head()).containsEntry("status", "DRAFT").containsEntry("approved_by", null);
        rows(row(code, "officer2", 2));
        draft("organisation2");
        assertThat(refused(() -> complete("committee", key(), "approvePlan")).code())
                .as("the old decision is forgotten")
                .isEqualTo("field-missing");
        approve("committee");
        runDueJobs(plan.getId());

        assertThat(steps()).containsExactly(
                "draftPlan=DONE", "approvePlan=RETURNED", "draftPlan=DONE", "approvePlan=APPROVED");
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo("officer2");
    }

    // --- the years -----------------------------------------------------------------------------------------------------

    @Test
    void aYearHasOnePlan_andTheNextYearMayBePlanned() {
        begin();
        Refusal second = refused(this::begin);
        assertThat(second.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(second.getMessage()).contains(key());
        year = YEARS.incrementAndGet();
        begin();
        assertThat(openSteps(key())).containsExactly("draftPlan");
    }

    @RepeatedTest(3)
    @Tag("both-databases")
    void ofStartsAtOnceOneIsThePlan() throws Exception {
        CyclicBarrier line = new CyclicBarrier(3);
        ExecutorService people = Executors.newFixedThreadPool(3);
        List<Throwable> failures = new ArrayList<>();
        try {
            Callable<Throwable> start = () -> {
                line.await();
                return catchThrowable(() -> start("organisation", AnnualPlanProcess.KEY, "planYear", year));
            };
            for (Future<Throwable> done : people.invokeAll(List.of(start, start, start))) {
                failures.add(done.get());
            }
        } finally {
            people.shutdown();
        }
        assertThat(failures).as("%s", failures).filteredOn(failure -> failure == null).hasSize(1);
        assertThat(failures).filteredOn(failure -> failure != null).hasSize(2).allSatisfy(failure -> {
            assertThat(Refusal.in(failure)).as("%s", failure).isNotNull();
            assertThat(Refusal.in(failure).code()).isEqualTo("case-running");
        });
        assertThat(openSteps(key())).containsExactly("draftPlan");
    }

    @Test
    void anApprovedPlanIsNotPlannedAgain() {
        rows(row(enterprise(), "officer1", null));
        approved();
        assertThat(refused(this::begin).code()).isEqualTo("plan-approved");
    }

    @Test
    void aPlanDeletedWithoutListenersFreesItsPlace() {
        begin();
        runtime.deleteProcessInstance(plan.getId(), "gone", true);
        begin();
        assertThat(openSteps(key())).containsExactly("draftPlan");
    }

    @ParameterizedTest
    @CsvSource({"1999, field-range", "2900, field-range", "'', field-missing", "sang năm, field-type"})
    void aPlanIsForAYear(String planYear, String reason) {
        Refusal refusal = refused(() -> start("organisation", AnnualPlanProcess.KEY, "planYear", planYear));
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo("planYear");
        assertThat(refusal.getMessage()).as("a year is no amount").doesNotContain("2.016", "2.100");
    }

    @Test
    void aPlanIsNotMadeForTheYearAfterNext() {
        year += 2;
        assertThat(refused(this::begin).code()).isEqualTo("field-range");
    }

    // --- rank and start ------------------------------------------------------------------------------------------------

    @Test
    void casesStartByRank_thenSize_thenTaxCode() {
        LocalDate lastMonth = today().minusMonths(1);
        String unsurveyed = enterprise("workers", 5000);
        String small = enterprise("surveyed_on", lastMonth, "accessibility", "EASY", "union_recognised_on", LONG_AGO, "workers", 20);
        String twin = enterprise("surveyed_on", lastMonth, "accessibility", "EASY", "union_recognised_on", LONG_AGO, "workers", 900);
        String secondTwin = enterprise("surveyed_on", lastMonth, "accessibility", "EASY", "union_recognised_on", LONG_AGO, "workers", 900);
        String largest = enterprise("surveyed_on", lastMonth, "accessibility", "EASY", "union_recognised_on", LONG_AGO, "workers", 901);
        String hard = enterprise("surveyed_on", lastMonth, "accessibility", "HARD", "workers", 900);
        rows(Stream.of(unsurveyed, small, secondTwin, twin, largest, hard).map(code -> row(code, "officer1", null)).toArray(Assignment[]::new));
        approved();

        assertThat(jdbc.sql("select tax_code from plan_row where plan_year = ? and status = 'STARTED'").param(year).query().listOfRows())
                .hasSize(6);
        assertThat(startedInOrder()).startsWith(largest, twin, secondTwin, small).endsWith(unsurveyed);
        assertThat(rankOf(largest)).isEqualTo(1);
        assertThat(rankOf(unsurveyed)).isEqualTo(8);
        assertThat(task(largest, "prepareMeeting").getPriority()).isEqualTo(100);
        assertThat(task(unsurveyed, "scheduleSurvey").getPriority()).isEqualTo(30);
    }

    @Test
    void aRowThatCannotStartSaysWhy_andStopsNoOther() {
        String closed = enterprise("closed_on", LONG_AGO, "workers", 9000);
        String orphaned = enterprise("workers", 8000);
        String other = enterprise();
        rows(row(closed, "officer1", null), row(orphaned, "officer3", null), row(other, "officer1", null));
        begin();
        draft("organisation");
        jdbc.sql("update plan_row set responsible_member = 'gone-user' where tax_code = ?").param(orphaned).update();
        approve("committee");
        runDueJobs(plan.getId());

        assertThat(statusOf(closed)).isEqualTo("REFUSED");
        assertThat(String.valueOf(planRow(closed).get("reason"))).contains(LONG_AGO.toString());
        assertThat(statusOf(orphaned)).isEqualTo("REFUSED");
        assertThat(String.valueOf(planRow(orphaned).get("reason"))).contains("gone-user");
        assertThat(statusOf(other)).isEqualTo("STARTED");
        assertThat(openSteps(other)).containsExactly("scheduleSurvey");
        assertThat(isRunning("enterpriseOutreach", closed)).isFalse();
        assertThat(isRunning("enterpriseOutreach", orphaned)).isFalse();
        assertThat(waits()).containsExactly("event_nextStart");
    }

    @Test
    void eachRowHasATransactionOfItsOwn() {
        String first = enterprise("workers", 9000);
        String second = enterprise("workers", 8000);
        rows(row(first, "officer1", null), row(second, "officer1", null));
        begin();
        draft("organisation");
        approve("committee");
        management.executeJob(timer().getId());
        management.executeJob(job().getId());
        assertThat(statusOf(first)).isEqualTo("STARTED");
        assertThat(statusOf(second)).isEqualTo("PLANNED");
        management.executeJob(job().getId());
        assertThat(statusOf(second)).isEqualTo("STARTED");
        assertThat(waits()).containsExactly("event_nextStart");
    }

    // --- a node that dies ----------------------------------------------------------------------------------------------

    @Test
    @Tag("both-databases")
    void whatANodeThatDiedLeftUndone_theNextOneDoesOnce() {
        at(LocalDate.of(year - 1, 11, 30));
        String running = enterprise();
        String waiting = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", running, "planYear", year - 1);
        rows(promising(running, Measure.SURVEY).responsibleMember("officer3"), promising(waiting, Measure.SURVEY));
        approved();
        at(LocalDate.of(year, 1, 4));
        eachJobDiesOnce(running, waiting);
        assertThat(statusOf(running)).isEqualTo("CARRIED_OVER");
        assertThat(statusOf(waiting)).isEqualTo("STARTED");
        assertThat(told(running)).containsOnlyOnce("responsible-member-changed:officer1", "responsible-member-changed:officer3");
        assertThat(openSteps(running)).containsExactly("scheduleSurvey");
        assertThat(openSteps(waiting)).containsExactly("scheduleSurvey");

        at(LocalDate.of(year + 1, 1, 4));
        eachJobDiesOnce(running, waiting);
        reportAll();
        dies(() -> answer(running, RowClosing.CARRIED, null), running, waiting);
        answer(running, RowClosing.CARRIED, null);
        answer(waiting, RowClosing.CARRIED, null);
        dies(() -> close("planClosed", true), running, waiting);
        close("planClosed", true);
        assertThat(steps()).containsOnlyOnce("closePlan=YES", "end=APPROVED");
        assertThat(jdbc.sql("select tax_code from plan_row where plan_year = ? and carried_from = ?").params(year + 1, year).query(String.class).list())
                .containsExactlyInAnyOrder(running, waiting);
        YEARS.incrementAndGet();
        YEARS.incrementAndGet();
    }

    /** What is due is done by a node that dies before its commit, and then by the next one. */
    private void eachJobDiesOnce(String... codes) {
        List<Job> due = due();
        assertThat(due).isNotEmpty();
        while (!due.isEmpty()) {
            String first = due.get(0).getId();
            dies(() -> management.executeJob(first), codes);
            management.executeJob(first);
            due = due();
        }
    }

    private List<Job> due() {
        return management.createJobQuery().processInstanceId(plan.getId()).executable().list();
    }

    /** Nothing is left of it. */
    private void dies(Runnable act, String... codes) {
        String before = everything(codes);
        transaction.executeWithoutResult(status -> {
            act.run();
            assertThat(everything(codes)).isNotEqualTo(before);
            status.setRollbackOnly();
        });
        assertThat(everything(codes)).isEqualTo(before);
    }

    private String everything(String... codes) {
        return Stream.of(codes).map(code -> Stream.of(planRow(code), told(code), ledger(code), openSteps(code),
                        jdbc.sql("select * from enterprise where tax_code = ?").param(code).query().listOfRows(),
                        jdbc.sql("select * from outreach_case where tax_code = ?").param(code).query().listOfRows()).toList())
                .toList() + " " + steps() + openSteps(key()) + head() + jobs().map(Job::getId).sorted().toList()
                + jdbc.sql("select * from plan_row where plan_year = ?").param(year + 1).query().listOfRows();
    }

    // --- running cases ---------------------------------------------------------------------------------------------------

    @Test
    void aRunningCaseIsCarriedOver() {
        String code = enterprise(
                "surveyed_on", today().minusMonths(1), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO,
                "youth_union_founded_on", LONG_AGO, "cell_founded_on", LONG_AGO, "accessibility", "HARD");
        String caseId = start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", year - 1, "admissionTarget", 3)
                .getId();
        runtime.setVariable(caseId, "admittedInPlanYear", 2);
        String candidate = start("organisation", "memberAdmission", "enterpriseCode", code).getBusinessKey();
        // Easier since: the new plan's rank is another one.
        jdbc.sql("update enterprise set accessibility = 'EASY' where tax_code = ?").param(code).update();
        rows(row(code, "officer3", 2));
        approved();

        assertThat(statusOf(code)).isEqualTo("CARRIED_OVER");
        assertThat(runtime.getVariables(caseId))
                .containsEntry("planYear", year)
                .containsEntry("admissionTarget", 2)
                .containsEntry("admittedInPlanYear", 0);
        assertThat(jdbc.sql("select plan_year, admission_target, admitted_in_plan_year from outreach_case where process_instance_id = ?")
                        .param(caseId)
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(year, 2, 0);
        assertThat(register(code, "responsible_member")).isEqualTo("officer3");
        assertThat(register(code, "priority")).isEqualTo(rankOf(code));
        assertThat(task(code, "handOver").getAssignee()).isEqualTo("officer3");
        assertThat(task(code, "handOver").getPriority()).isEqualTo(110 - 10 * rankOf(code));
        assertThat(task(candidate, "recordConsent").getPriority()).isEqualTo(110 - 10 * rankOf(code));
        assertThat(told(code)).contains("responsible-member-changed:officer1", "responsible-member-changed:officer3");
        assertThat(rowsOf(code, year)).isEmpty();
        complete("officer3", code, "handOver", "handOver", true, "handedOverOn", today().toString());
        assertThat(rowsOf(code, year)).containsExactly("handOver", "end");
    }

    @Test
    void thePhaseOfACarriedCaseIsOfTheNewYearToo_andTheSameMemberIsNotTold() {
        String code = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", year - 1);
        rows(row(code, "officer1", null));
        approved();

        assertThat(statusOf(code)).isEqualTo("CARRIED_OVER");
        assertThat(variables(code)).containsEntry("admissionTarget", 0);
        assertThat(told(code)).doesNotContain("responsible-member-changed:officer1");
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        assertThat(row(code, "scheduleSurvey")).containsEntry("plan_year", year);
    }

    @Test
    void aRowWhoseCaseIsGoneStartsAnew() {
        String code = enterprise();
        jdbc.sql("insert into running_case(process_key, business_key, process_instance_id, enterprise_code, started_at)"
                        + " values ('enterpriseOutreach', ?, 'gone', ?, current_timestamp)")
                .params(code, code)
                .update();
        rows(row(code, "officer1", null));
        approved();
        assertThat(statusOf(code)).isEqualTo("STARTED");
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
    }

    // --- the year ------------------------------------------------------------------------------------------------------

    @Test
    void whatIsApprovedForNextYearChangesNothingOfThisYear() {
        at(LocalDate.of(year - 1, 11, 30));
        String running = enterprise("responsible_member", "officer1");
        String caseId = start("officer1", "enterpriseOutreach", "enterpriseCode", running, "planYear", year - 1, "admissionTarget", 3)
                .getId();
        runtime.setVariable(caseId, "admittedInPlanYear", 1);
        String waiting = enterprise();
        rows(row(running, "officer3", 2), row(waiting, "officer1", null));
        approved();

        assertThat(waits()).containsExactly("event_inForce");
        assertThat(timer().getDuedate()).isEqualTo(instant(LocalDate.of(year, 1, 1), 0));
        assertThat(statusOf(running)).isEqualTo("PLANNED");
        assertThat(statusOf(waiting)).isEqualTo("PLANNED");
        assertThat(isRunning("enterpriseOutreach", waiting)).isFalse();
        assertThat(runtime.getVariables(caseId))
                .containsEntry("planYear", year - 1)
                .containsEntry("admissionTarget", 3)
                .containsEntry("admittedInPlanYear", 1);
        assertThat(register(running, "responsible_member")).isEqualTo("officer1");
        assertThat(task(running, "scheduleSurvey").getAssignee()).isEqualTo("officer1");
        complete("officer1", running, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        assertThat(row(running, "scheduleSurvey")).as("what happens in December is December's").containsEntry("plan_year", year - 1);

        amend(Map.of("rows", List.of(Map.of("taxCode", running, "responsibleMember", "officer2"))));
        complete("committee", key(), "approveAmendment", "amendmentDecision", "APPROVED");
        as("officer1", () -> amendments.handOver(year, handOver("officer2", "officer3")));
        assertThat(planRow(running)).containsEntry("responsible_member", "officer3");
        assertThat(register(running, "responsible_member")).as("next year's member waits for the year").isEqualTo("officer1");

        at(LocalDate.of(year, 1, 1));
        runDueJobs(plan.getId());
        assertThat(statusOf(running)).isEqualTo("CARRIED_OVER");
        assertThat(statusOf(waiting)).isEqualTo("STARTED");
        assertThat(runtime.getVariables(caseId)).containsEntry("planYear", year).containsEntry("admissionTarget", 2);
        assertThat(register(running, "responsible_member")).isEqualTo("officer3");
    }

    @Test
    void aRowWaitsForItsDay_aRunningCaseForTheYearAlone() {
        String early = enterprise();
        String inMarch = enterprise();
        String inMay = enterprise();
        String running = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", running, "planYear", year - 1);
        rows(row(early, "officer1", null), from(inMarch, LocalDate.of(year, 3, 2)), from(inMay, LocalDate.of(year, 5, 4)),
                from(running, LocalDate.of(year, 5, 4)));
        approved();

        assertThat(statusOf(early)).isEqualTo("STARTED");
        assertThat(statusOf(running)).isEqualTo("CARRIED_OVER");
        assertThat(statusOf(inMarch)).isEqualTo("PLANNED");
        assertThat(timer().getDuedate()).isEqualTo(instant(LocalDate.of(year, 3, 2), 0));
        at(LocalDate.of(year, 3, 2));
        runDueJobs(plan.getId());
        assertThat(statusOf(inMarch)).isEqualTo("STARTED");
        assertThat(statusOf(inMay)).isEqualTo("PLANNED");
        assertThat(timer().getDuedate()).isEqualTo(instant(LocalDate.of(year, 5, 4), 0));
        at(LocalDate.of(year, 5, 20));
        runDueJobs(plan.getId());
        assertThat(statusOf(inMay)).as("a server that was down starts it late, once").isEqualTo("STARTED");
        assertThat(timer().getDuedate()).isEqualTo(instant(LocalDate.of(year, 12, 31), 17));
    }

    @Test
    void startsEndWithTheYear() {
        String last = enterprise();
        rows(from(last, LocalDate.of(year, 12, 31)));
        approved();
        at(LocalDate.of(year + 1, 1, 4));
        runDueJobs(plan.getId());
        assertThat(statusOf(last)).as("nobody was there on the day").isEqualTo("PLANNED");
        assertThat(isRunning("enterpriseOutreach", last)).isFalse();
        assertThat(openSteps(key())).as("the reports come first").containsOnly("prepareReport").hasSize(4);
        reportAll();
        assertThat(openSteps(key())).containsExactly("closePlan");
        assertThat(task(key(), "closePlan").getDueDate()).isNotNull();
    }

    @Test
    void aPlanIsClosedWhenEveryRowHasItsAnswer() {
        String surveyed = enterprise("surveyed_on", LocalDate.of(year, 1, 20));
        String behind = enterprise();
        String givenUp = enterprise();
        rows(promising(surveyed, Measure.SURVEY), promising(behind, Measure.SURVEY, Measure.MEETING), row(givenUp, "officer1", null));
        approved();
        at(LocalDate.of(year + 1, 1, 4));
        runDueJobs(plan.getId());
        reportAll();

        Refusal open = refused(() -> close("planClosed", true));
        assertThat(open.code()).isEqualTo("plan-rows-open");
        assertThat(open.getMessage()).contains("Còn 2 doanh nghiệp", behind, givenUp).doesNotContain(surveyed);
        assertThat(refused(() -> answer(surveyed, RowClosing.DROPPED, "không cần nữa")).code()).isEqualTo("plan-row-reached");
        assertThat(refused(() -> answer(givenUp, RowClosing.DROPPED, null)).field()).isEqualTo("closingReason");
        assertThat(refused(() -> answer(givenUp, RowClosing.REACHED, null)).code()).isEqualTo("field-choice");
        answer(behind, RowClosing.CARRIED, null);
        answer(givenUp, RowClosing.DROPPED, "Đã chuyển sang tỉnh khác");
        assertThat(refused(() -> close("planClosed", false)).field()).isEqualTo("planClosed");
        close("planClosed", true);

        assertThat(steps()).startsWith("draftPlan=DONE", "approvePlan=APPROVED").endsWith("approveReport=APPROVED", "closePlan=YES", "end=APPROVED");
        assertThat(head()).containsEntry("status", "CLOSED");
        assertThat(planRow(surveyed)).containsEntry("closing", "REACHED");
        assertThat(planRow(behind)).containsEntry("closing", "CARRIED");
        assertThat(planRow(givenUp)).containsEntry("closing", "DROPPED").containsEntry("closing_reason", "Đã chuyển sang tỉnh khác");
        assertThat(isRunning(AnnualPlanProcess.KEY, key())).isFalse();
        assertThat(jdbc.sql("select measures, carried_from, responsible_member, status from plan_row where plan_year = ?")
                        .param(year + 1)
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("SURVEY,MEETING", year, "officer1", "PLANNED");
        YEARS.incrementAndGet();
        YEARS.incrementAndGet();
    }

    @Test
    void manyRowsAreAnsweredAtOnce_onlyWhileThePlanIsToBeClosed() {
        String reached = enterprise("surveyed_on", LocalDate.of(year, 1, 20));
        String open = enterprise();
        rows(promising(reached, Measure.SURVEY), promising(open, Measure.SURVEY));
        approved();
        Map<String, Object> dropped = Map.of("taxCodes", List.of(reached, open, "0100000000"), "changes",
                Map.of("closing", "DROPPED", "closingReason", "Đã chuyển đi"));
        assertThat(refused(() -> as("organisation", () -> rowService.change(year, dropped))).code()).isEqualTo("plan-not-closing");
        at(LocalDate.of(year + 1, 1, 4));
        runDueJobs(plan.getId());
        reportAll();
        assertThat(as("organisation", () -> rowService.change(year, dropped))).extracting(PlanRowService.Outcome::code)
                .containsExactly("plan-row-reached", null, "plan-row-unknown");
        assertThat(planRow(open)).containsEntry("closing", "DROPPED").containsEntry("closing_reason", "Đã chuyển đi");
        assertThat(refused(() -> as("organisation", () -> rowService.change(year, Map.of("taxCodes", List.of(open), "changes",
                Map.of("closing", "CARRIED", "note", "x"))))).field()).isEqualTo("changes.closing");
        assertThat(refused(() -> as("officer1", () -> rowService.change(year, dropped))).code()).isEqualTo("wrong-person");
    }

    @Test
    void whatIsCarriedMustBeInANextPlanThatOthersHaveInHand() {
        String there = enterprise();
        String missing = enterprise();
        rows(row(there, "officer1", null), row(missing, "officer1", null));
        approved();
        at(LocalDate.of(year + 1, 1, 4));
        runDueJobs(plan.getId());
        jdbc.sql("insert into plan(plan_year, status) values (?, 'APPROVED')").param(year + 1).update();
        jdbc.sql("insert into plan_row(plan_year, tax_code, status) values (?, ?, 'PLANNED')").params(year + 1, there).update();
        answer(there, RowClosing.CARRIED, null);
        Refusal refusal = refused(() -> answer(missing, RowClosing.CARRIED, null));
        assertThat(refusal.code()).isEqualTo("plan-carried-missing");
        assertThat(planRow(missing)).containsEntry("closing", null);
        YEARS.incrementAndGet();
    }

    @Test
    void aPlanOfTheFirstReleaseIsTakenUp_once() {
        String code = enterprise();
        rows(row(code, "officer1", null));
        jdbc.sql("insert into plan(plan_year, status, effective_from) values (?, 'APPROVED', ?)")
                .params(year, LocalDate.of(year, 1, 5))
                .update();
        assertThat(workflow.withoutProcess()).contains(year);
        workflow.takeUp(year);
        plan = runtime.createProcessInstanceQuery().processDefinitionKey(AnnualPlanProcess.KEY).processInstanceBusinessKey(key()).singleResult();
        workflow.takeUp(year);
        assertThat(workflow.withoutProcess()).doesNotContain(year);
        runDueJobs(plan.getId());
        assertThat(statusOf(code)).isEqualTo("STARTED");
        assertThat(waits()).containsExactly("event_nextStart");
    }

    @Test
    void ofAYearThatIsOverOnlyTheCloseIsLeft() {
        String code = enterprise();
        rows(row(code, "officer1", null));
        jdbc.sql("insert into plan(plan_year, status) values (?, 'APPROVED')").param(year).update();
        at(LocalDate.of(year + 1, 2, 1));
        workflow.takeUp(year);
        assertThat(openSteps(key())).containsExactly("closePlan");
        assertThat(statusOf(code)).isEqualTo("PLANNED");
    }

    @Test
    void theFirstReleaseOfTheModelStartsNothingAnyMore() {
        String code = enterprise();
        rows(row(code, "officer1", null));
        Deployment old = repository.createDeployment()
                .addModelInstance(
                        "first.bpmn",
                        Bpmn.createExecutableProcess("firstPlan")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("serviceTask_startNextRow")
                                .camundaDelegateExpression("${startNextRowDelegate}")
                                .userTask("userTask_wait")
                                .endEvent()
                                .done())
                .deploy();
        try {
            ProcessInstance first = runtime.startProcessInstanceByKey("firstPlan", vars("planYear", year));
            assertThat(runtime.getVariable(first.getId(), "rowsLeft")).isEqualTo(false);
            assertThat(statusOf(code)).isEqualTo("PLANNED");
        } finally {
            repository.deleteDeployment(old.getId(), true);
        }
    }

    // --- amendments ------------------------------------------------------------------------------------------------------

    @Test
    void anApprovedAmendmentChangesThePlanAtOnce_andARowTakenOutEndsNoCase() {
        String moved = enterprise();
        String out = enterprise();
        String later = enterprise();
        String added = enterprise();
        rows(row(moved, "officer1", null), row(out, "officer1", null), from(later, LocalDate.of(year, 9, 1)));
        approved();
        assertThat(statusOf(later)).isEqualTo("PLANNED");

        int id = amend(Map.of(
                "add", List.of(Map.of("taxCode", added, "responsibleMember", "officer2", "unit", UNIT, "startOn", year + "-06-01")),
                "remove", List.of(out),
                "rows", List.of(Map.of("taxCode", moved, "responsibleMember", "officer3"),
                        Map.of("taxCode", later, "startOn", year + "-03-02")),
                "targets", Map.of("targetSurveys", 2)));
        assertThat(statusOf(id)).isEqualTo("SUBMITTED");
        assertThat(openSteps(key())).containsExactly("approveAmendment");
        assertThat(planRow(moved)).as("nothing before the decision").containsEntry("responsible_member", "officer1");
        identities.createMembership("organisation", "standingCommittee");
        try {
            assertThat(refused(() -> complete("organisation", key(), "approveAmendment", "amendmentDecision", "APPROVED")).code())
                    .isEqualTo("four-eyes");
        } finally {
            identities.deleteMembership("organisation", "standingCommittee");
        }
        complete("committee", key(), "approveAmendment", "amendmentDecision", "APPROVED");

        assertThat(statusOf(id)).isEqualTo("APPROVED");
        assertThat(planRow(moved)).containsEntry("responsible_member", "officer3");
        assertThat(task(moved, "scheduleSurvey").getAssignee()).as("the open tasks move").isEqualTo("officer3");
        assertThat(told(moved)).contains("responsible-member-changed:officer1", "responsible-member-changed:officer3");
        assertThat(planRow(out)).containsEntry("removed_by", "organisation");
        assertThat(isRunning("enterpriseOutreach", out)).isTrue();
        assertThat(planRow(added)).containsEntry("responsible_member", "officer2").containsEntry("status", "PLANNED");
        assertThat(planRow(added).get("rank_reason")).as("why it stands there").asString().startsWith("Hạng 8: chưa khảo sát, chưa có công đoàn, 600 lao động (ngưỡng 500). Thứ 3 trong hạng");
        assertThat(toldOfAmendments()).contains("organisation: đề nghị điều chỉnh số " + WholeNumber.shown(id) + " đã được duyệt");
        assertThat(head()).containsEntry("target_surveys", 2);
        assertThat(timer().getDuedate()).as("the next start is earlier now").isEqualTo(instant(LocalDate.of(year, 3, 2), 0));
        assertThat(jdbc.sql("select field || ' ' || coalesce(old_value, '-') || ' ' || coalesce(new_value, '-') from plan_row_change"
                + " where tax_code = ? and amendment_id = ?").params(moved, id).query(String.class).list())
                .containsExactly("responsibleMember officer1 officer3");
        assertThat(steps()).endsWith("proposeAmendment=DONE", "approveAmendment=APPROVED");
    }

    @Test
    void ofTwoAmendmentsAtOnce_neitherReadsTheOthersAnswer() {
        String code = enterprise();
        rows(row(code, "officer1", null));
        approved();
        int first = amend(Map.of("rows", List.of(Map.of("taxCode", code, "responsibleMember", "officer2"))));
        int second = amend(Map.of("rows", List.of(Map.of("taxCode", code, "unit", "youthUnion"))));
        List<String> open = tasks.createTaskQuery().processInstanceId(plan.getId()).list().stream().map(Task::getId).toList();
        assertThat(open).hasSize(2);
        String ofFirst = open.stream().filter(task -> tasks.getVariable(task, "amendmentId").equals(first)).findFirst().orElseThrow();
        String ofSecond = open.stream().filter(task -> !task.equals(ofFirst)).findFirst().orElseThrow();
        as("committee", () -> tasks.complete(ofFirst, vars("amendmentDecision", "APPROVED")));
        assertThat(refused(() -> as("committee", () -> tasks.complete(ofSecond))).code()).isEqualTo("field-missing");
        as("committee", () -> tasks.complete(ofSecond, vars("amendmentDecision", "REJECTED", "reason", "Chưa có căn cứ")));
        assertThat(statusOf(first)).isEqualTo("APPROVED");
        assertThat(statusOf(second)).isEqualTo("REJECTED");
        assertThat(planRow(code)).containsEntry("responsible_member", "officer2").containsEntry("unit", UNIT);
    }

    @Test
    void whoLeavesHandsOverAtOnce_andARejectionMovesNothingBack() {
        String mine = enterprise();
        String others = enterprise();
        rows(row(mine, "officer2", null), row(others, "officer3", null));
        approved();
        assertThat(refused(() -> as("officer3", () -> amendments.handOver(year, handOver("officer2", "officer3")))).code()).isEqualTo("wrong-person");
        assertThat(refused(() -> as("officer1", () -> amendments.handOver(year, handOver("officer2", "organisation")))).code()).isEqualTo("field-type");
        int id = as("officer1", () -> amendments.handOver(year, handOver("officer2", "officer3")));
        assertThat(planRow(mine)).containsEntry("responsible_member", "officer3");
        assertThat(task(mine, "scheduleSurvey").getAssignee()).isEqualTo("officer3");
        complete("committee", key(), "approveAmendment", "amendmentDecision", "REJECTED", "reason", "Cần người khác");
        assertThat(statusOf(id)).isEqualTo("REJECTED");
        assertThat(planRow(mine)).containsEntry("responsible_member", "officer3");
        assertThat(toldOfAmendments()).extracting(line -> line.replaceFirst(":.*", "")).contains("officer1", "officer2", "officer3");
        assertThat(toldOfAmendments()).allMatch(line -> line.endsWith("không được duyệt; doanh nghiệp đã bàn giao giữ nguyên người mới"));
    }

    @Test
    void anAmendmentFitsThePlanAsItStands_andADraftHasNone() {
        String code = enterprise();
        String other = enterprise();
        rows(row(code, "officer1", null));
        begin();
        assertThat(refused(() -> amend(Map.of("remove", List.of(code)))).code()).isEqualTo("plan-not-approved");
        draft("organisation");
        approve("committee");
        assertThat(refused(() -> amend(Map.of("remove", List.of(other)))).code()).isEqualTo("plan-row-unknown");
        assertThat(refused(() -> amend(Map.of("add", List.of(Map.of("taxCode", code))))).code()).isEqualTo("plan-row-there");
        assertThat(refused(() -> amend(Map.of("add", List.of(Map.of("taxCode", other))))).code()).isEqualTo("plan-row-nameless");
        assertThat(refused(() -> amend(Map.of("remove", List.of(code)))).code()).isEqualTo("plan-target-rows");
        assertThat(refused(() -> amend(Map.of())).code()).isEqualTo("field-missing");
        assertThat(refused(() -> as("officer1", () -> amendments.propose(year, Map.of()))).code()).isEqualTo("wrong-person");
        assertThat(openSteps(key())).isEmpty();
    }

    /** Whoever gets no answer sends the same once more: nobody decides it twice. */
    @Test
    void theSameAmendmentOrHandingOverSentTwice_isOne() {
        String code = enterprise();
        rows(row(code, "officer1", null), row(enterprise(), "officer1", null));
        approved();
        Map<String, Object> changes = Map.of("rows", List.of(Map.of("taxCode", code, "dueOn", year + "-11-30")));
        int id = amend(changes);
        assertThat(amend(new HashMap<>(changes))).isEqualTo(id);
        assertThat(amend(Map.of("rows", List.of(Map.of("taxCode", code, "dueOn", year + "-12-01"))))).isNotEqualTo(id);
        assertThat(openSteps(key())).containsExactly("approveAmendment", "approveAmendment");

        int handed = as("officer1", () -> amendments.handOver(year, handOver("officer1", "officer2")));
        assertThat(as("officer1", () -> amendments.handOver(year, handOver("officer1", "officer2")))).isEqualTo(handed);
        assertThat(openSteps(key())).hasSize(3);
    }

    private int amend(Map<String, Object> changes) {
        return as("organisation", () -> amendments.propose(year, Map.of("changes", changes, "reason", "Theo công văn số 12")));
    }

    /** Who was told what about amendments of this plan. */
    private List<String> toldOfAmendments() {
        return jdbc.sql("select recipient || ': ' || replace(subject, ?, '') from notification where subject like ? order by recipient")
                .params("Kế hoạch năm " + year + ": ", "Kế hoạch năm " + year + ": %")
                .query(String.class)
                .list();
    }

    private static Map<String, Object> handOver(String from, String to) {
        return Map.of("from", from, "to", to, "reason", "Chuyển công tác");
    }

    private String statusOf(int amendment) {
        return jdbc.sql("select status from plan_amendment where id = ?").param(amendment).query(String.class).single();
    }

    // --- reports -------------------------------------------------------------------------------------------------------

    @Test
    void eachQuarterThatEndsAfterTheApprovalIsReported_andTheYear() {
        at(LocalDate.of(year, 5, 4));
        rows(row(enterprise(), "officer1", null));
        approved();
        assertThat(reportDays()).hasSize(3).allSatisfy(day -> assertThat(days.isWorkingDay(
                day.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate())).isTrue());
        assertThat(reportDays().get(0)).isBetween(instant(LocalDate.of(year, 7, 1), 0), instant(LocalDate.of(year, 7, 7), 0));
        assertThat(reportDays().get(2)).isAfterOrEqualTo(instant(LocalDate.of(year + 1, 1, 1), 0));
        assertThat(refused(() -> write(PlanPeriod.Q1, "Chưa có kế hoạch")).code()).as("over before the approval").isEqualTo("report-unknown");
        at(LocalDate.of(year, 7, 8));
        runDueJobs(plan.getId());
        assertThat(openSteps(key())).containsExactly("prepareReport");
        assertThat(tasks.getVariables(open("prepareReport").get(0).getId())).containsEntry("reportKind", "Q2")
                .containsEntry("reportPeriod", "quý II năm " + year);
    }

    @Test
    void aReportThatIsHandedInKeepsItsFigures() {
        String code = enterprise();
        rows(promising(code, Measure.SURVEY));
        approved();
        at(LocalDate.of(year, 4, 8));
        runDueJobs(plan.getId());
        Task prepare = open("prepareReport").get(0);
        assertThat(refused(() -> complete("organisation", prepare, "reportReady", false)).field()).isEqualTo("reportReady");
        write(PlanPeriod.Q1, "Khó khăn");
        complete("organisation", prepare, "reportReady", true);
        assertThat(refused(() -> write(PlanPeriod.Q1, "Sửa")).code()).isEqualTo("report-submitted");
        jdbc.sql("update enterprise set surveyed_on = ? where tax_code = ?").params(LocalDate.of(year, 2, 2), code).update();
        assertThat(surveys(PlanPeriod.Q1)).as("as it stood").isZero();

        Task decide = open("approveReport").get(0);
        assertThat(refused(() -> complete("board", decide, "reportDecision", "RETURNED")).field()).isEqualTo("reason");
        complete("board", decide, "reportDecision", "RETURNED", "reason", "Thiếu số khảo sát tháng 2");
        assertThat(reports.of(year, PlanPeriod.Q1, true, today()).returnedReason()).isEqualTo("Thiếu số khảo sát tháng 2");
        assertThat(surveys(PlanPeriod.Q1)).as("open again").isEqualTo(1);
        write(PlanPeriod.Q1, "Đã bổ sung");
        complete("organisation", open("prepareReport").get(0), "reportReady", true);
        complete("board", open("approveReport").get(0), "reportDecision", "APPROVED");
        assertThat(reports.of(year, PlanPeriod.Q1, true, today())).satisfies(report -> {
            assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
            assertThat(report.texts()).containsEntry("difficulties", "Đã bổ sung");
            assertThat(report.decidedBy()).isEqualTo("board");
        });
        assertThat(reports.of(year, PlanPeriod.Q1, false, today()).texts()).isNull();
        assertThat(surveys(PlanPeriod.Q1)).isEqualTo(1);
    }

    @Test
    void figuresAreFrozenWhenThePeriodIsOver_andWhatIsRecordedLaterChangesThemNoMore() {
        String first = enterprise();
        String second = enterprise();
        rows(promising(first, Measure.SURVEY), promising(second, Measure.SURVEY));
        approved();
        jdbc.sql("update enterprise set surveyed_on = ? where tax_code = ?").params(LocalDate.of(year, 2, 2), first).update();
        assertThat(refused(() -> freeze(PlanPeriod.Q1)).code()).isEqualTo("report-cut-off-ahead");
        at(LocalDate.of(year, 4, 8));
        runDueJobs(plan.getId());
        freeze(PlanPeriod.Q1);
        assertThat(reports.of(year, PlanPeriod.Q1, true, today()).status()).isEqualTo(ReportStatus.FROZEN);
        assertThat(refused(() -> freeze(PlanPeriod.Q1)).code()).isEqualTo("report-frozen");
        write(PlanPeriod.Q1, "Một doanh nghiệp khảo sát trong quý");
        jdbc.sql("update enterprise set surveyed_on = ? where tax_code = ?").params(LocalDate.of(year, 2, 2), second).update();
        assertThat(surveys(PlanPeriod.Q1)).isEqualTo(1);
        complete("organisation", open("prepareReport").get(0), "reportReady", true);
        assertThat(surveys(PlanPeriod.Q1)).as("handed in as it was frozen").isEqualTo(1);
        assertThat(refused(() -> freeze(PlanPeriod.Q1)).code()).isEqualTo("report-submitted");
        complete("board", open("approveReport").get(0), "reportDecision", "RETURNED", "reason", "Thiếu một doanh nghiệp");
        assertThat(surveys(PlanPeriod.Q1)).as("a returned one counts anew").isEqualTo(2);
    }

    private void freeze(PlanPeriod period) {
        transaction.executeWithoutResult(status -> reports.freeze(year, period, today()));
    }

    @Test
    void reportsThatWaitSideBySideNeverTakeEachOthersAnswer() {
        rows(row(enterprise(), "officer1", null));
        approved();
        at(LocalDate.of(year, 7, 20));
        runDueJobs(plan.getId());
        open("prepareReport").forEach(task -> complete("organisation", task, "reportReady", true));
        List<Task> both = open("approveReport");
        assertThat(both).hasSize(2);
        complete("board", both.get(0), "reportDecision", "RETURNED", "reason", "Thiếu số liệu");
        assertThat(refused(() -> complete("board", both.get(1))).field()).isEqualTo("reportDecision");
        complete("board", both.get(1), "reportDecision", "APPROVED");
        assertThat(openSteps(key())).containsExactly("prepareReport");
        assertThat(refused(() -> complete("organisation", open("prepareReport").get(0))).field()).isEqualTo("reportReady");
    }

    private void write(PlanPeriod period, String words) {
        transaction.executeWithoutResult(status -> reports.write(year, period, Map.of(ReportText.DIFFICULTIES, words), today()));
    }

    private int surveys(PlanPeriod period) {
        return reports.of(year, period, true, today()).figures().stream()
                .filter(figure -> figure.by() == PlanResults.Grouping.TOTAL && figure.measure() == Measure.SURVEY)
                .findFirst()
                .orElseThrow()
                .reached();
    }

    // --- helpers -------------------------------------------------------------------------------------------------------

    private void begin() {
        plan = start("organisation", AnnualPlanProcess.KEY, "planYear", year);
    }

    private void approved() {
        begin();
        draft("organisation");
        approve("committee");
        runDueJobs(plan.getId());
    }

    private void draft(String userId) {
        complete(userId, key(), "draftPlan", pairs(targets()));
    }

    private void approve(String userId) {
        complete(userId, key(), "approvePlan", "planDecision", "APPROVED");
    }

    /** One of each measure that a row promises. */
    private Map<String, Object> targets() {
        Map<Measure, Integer> promised = planned.promised(year);
        Map<String, Object> targets = vars("targetAdmissions", 15);
        Stream.of(Measure.values()).filter(measure -> !measure.countsPeople())
                .forEach(measure -> targets.put(PlanTargets.field(measure), Math.min(1, promised.getOrDefault(measure, 0))));
        return targets;
    }

    private void rows(Assignment... planned) {
        List<Assignment> before = jdbc.sql("select tax_code from plan_row where plan_year = ?").param(year).query(String.class).list()
                .stream().map(Assignment::of).toList();
        transaction.executeWithoutResult(status ->
                rows.write(year, before, List.of(planned), new PlanRowWriter.Author("organisation", null)));
    }

    private Assignment row(String code, String member, Integer target) {
        return planRow(code, member, UNIT, target);
    }

    private Assignment planRow(String code, String member, String unit, Integer target) {
        return Assignment.of(code, member, unit, target);
    }

    private Assignment from(String code, LocalDate startOn) {
        return new Assignment(code, "officer1", UNIT, null, null, null, null, startOn, null, null, null);
    }

    private Assignment promising(String code, Measure... measures) {
        return new Assignment(code, "officer1", UNIT, null, null, List.of(measures), null, null, null, null, null);
    }

    private void close(Object... fields) {
        complete("organisation", key(), "closePlan", fields);
    }

    private void answer(String code, RowClosing answer, String reason) {
        transaction.executeWithoutResult(status -> closing.read(year, today()).take(code, answer, reason));
    }

    /** Where the starts of the plan's year wait. */
    private List<String> waits() {
        return jobs().filter(job -> !activity(job).equals("event_reportDue")).map(this::activity).toList();
    }

    private Job timer() {
        return jobs().filter(job -> !activity(job).equals("event_reportDue")).findFirst().orElseThrow();
    }

    private List<java.util.Date> reportDays() {
        return jobs().filter(job -> activity(job).equals("event_reportDue")).map(Job::getDuedate).sorted().toList();
    }

    private Stream<Job> jobs() {
        return management.createJobQuery().processInstanceId(plan.getId()).list().stream();
    }

    private String activity(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
    }

    /** Every report that waits is handed in and approved. */
    private void reportAll() {
        open("prepareReport").forEach(task -> complete("organisation", task, "reportReady", true));
        open("approveReport").forEach(task -> complete("board", task, "reportDecision", "APPROVED"));
    }

    private List<Task> open(String step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key()).taskDefinitionKey("userTask_" + step).list().stream()
                .sorted(Comparator.comparing(task -> (String) tasks.getVariable(task.getId(), "reportKind")))
                .toList();
    }

    private void complete(String userId, Task task, Object... fields) {
        as(userId, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), userId);
            }
            tasks.complete(task.getId(), vars(fields));
            return null;
        });
    }

    private static java.util.Date instant(LocalDate day, int hour) {
        return java.util.Date.from(day.atTime(hour, 0).atZone(OutreachApplication.ZONE.toZoneId()).toInstant());
    }

    private static Object[] pairs(Map<String, Object> variables) {
        return variables.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toArray();
    }

    private String key() {
        return String.valueOf(year);
    }

    private Job job() {
        return management.createJobQuery().processInstanceId(plan.getId()).messages().singleResult();
    }

    private Map<String, Object> head() {
        return jdbc.sql("select * from plan where plan_year = ?").param(year).query().singleRow();
    }

    private Map<String, Object> planRow(String code) {
        return jdbc.sql("select * from plan_row where plan_year = ? and tax_code = ?").params(year, code).query().singleRow();
    }

    private String statusOf(String code) {
        return (String) planRow(code).get("status");
    }

    private int rankOf(String code) {
        return (Integer) planRow(code).get("priority");
    }

    private List<String> startedInOrder() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("enterpriseOutreach")
                .variableValueEquals("planYear", year)
                .list()
                .stream()
                .sorted(Comparator.comparing(found -> firstRow(found.getId())))
                .map(found -> found.getBusinessKey())
                .toList();
    }

    /** Every start of a case tells somebody of a task at once; those rows count up. */
    private Long firstRow(String caseId) {
        String code = history.createHistoricProcessInstanceQuery().processInstanceId(caseId).singleResult().getBusinessKey();
        return jdbc.sql("select min(id) from notification where tax_code = ?").param(code).query(Long.class).single();
    }

    private Map<String, Object> variables(String code) {
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processDefinitionKey("enterpriseOutreach")
                .processInstanceBusinessKey(code)
                .singleResult()
                .getId());
    }

    /** The plan's own ledger as {@code step=RESULT}, oldest first. */
    private List<String> steps() {
        return jdbc.sql("select step || '=' || result from outcome where phase = 'annualPlan' and plan_year = ? order by id")
                .param(year)
                .query(String.class)
                .list();
    }

    private List<String> rowsOf(String code, int planYear) {
        return jdbc.sql("select step from outcome where tax_code = ? and plan_year = ? order by id")
                .params(code, planYear)
                .query(String.class)
                .list();
    }

    private List<String> toldOfPlan() {
        return jdbc.sql("select template || ':' || recipient from notification where process_instance_id = ? order by id")
                .param(plan.getId())
                .query(String.class)
                .list();
    }

    private void refusedField(String field, String reason, Map<String, Object> form) {
        Refusal refusal = refused(() -> complete("organisation", key(), "draftPlan", pairs(form)));
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(openSteps(key())).containsExactly("draftPlan");
        assertThat(steps()).isEmpty();
    }

    private static Refusal refused(ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        Refusal refusal = Refusal.in(failure);
        assertThat(refusal).as("a refusal (was: %s)", failure).isNotNull();
        return refusal;
    }
}
