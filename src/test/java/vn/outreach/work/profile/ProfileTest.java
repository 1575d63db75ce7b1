package vn.outreach.work.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.register.ledger.EarlierSteps.Said;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;
import vn.outreach.work.profile.Profile.Event;
import vn.outreach.work.profile.Profile.Figure;
import vn.outreach.work.profile.Profile.Phase;
import vn.outreach.work.profile.Profile.State;
import vn.outreach.work.profile.Profile.Task;

/** What the page of an enterprise says, and to whom. */
@Tag("both-databases")
class ProfileTest extends OutreachTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 2);

    @Autowired
    private ProfileController controller;

    @Autowired
    private EnterpriseService enterprises;

    @Autowired
    private Candidates candidates;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void eachFigureHasTheDayItWasTrueAndWhoSaidSo() {
        String code = enterprise("owner_language", "ko", "ownership", "FDI");
        at(FRIDAY.minusDays(1));
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        survey(code, FRIDAY);
        at(LocalDate.of(2026, 10, 7));
        as("organisation", () -> transaction.executeWithoutResult(
                status -> enterprises.change(code, new RegisterChange().set(EnterpriseField.WORKERS, 640))));

        Profile profile = seenBy("officer1", code);

        assertThat(figure(profile, "unionMembers")).isEqualTo(new Figure("unionMembers", "Số đoàn viên công đoàn", 0, FRIDAY,
                new Profile.Person("officer1", name("officer1"))));
        assertThat(figure(profile, "workers").value()).isEqualTo(640);
        assertThat(figure(profile, "workers").trueOn()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(figure(profile, "workers").saidBy().name()).isEqualTo(name("organisation"));
        assertThat(figure(profile, "ownerAttitude").value()).isEqualTo("Trung lập");
        assertThat(figure(profile, "ownership").value()).isEqualTo("Vốn đầu tư nước ngoài");
        assertThat(figure(profile, "ownerLanguage").value()).isEqualTo("Tiếng Hàn");
        assertThat(figure(profile, "ownership").saidBy()).as("older than the entries").isNull();
        assertThat(figure(profile, "cellFoundedOn").value()).isNull();
        assertThat(profile.stage().words()).isEqualTo("Đã khảo sát");
        assertThat(profile.responsible().name()).isEqualTo(name("officer1"));
    }

    @Test
    void theWaySoFarIsAStripOfFivePhases() {
        String code = enterprise("union_recognised_on", LocalDate.of(2020, 5, 1));
        assertThat(states(seenBy("organisation", code))).containsExactly(
                State.NOT_YET, State.NOT_YET, State.DONE, State.NOT_YET, State.NOT_YET);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        assertThat(phases(seenBy("organisation", code)).get(0).state()).isEqualTo(State.RUNNING);
        assertThat(phases(seenBy("organisation", code)).get(0).day()).isEqualTo(today());
        survey(code, today());
        complete("organisation", code, "verifyPostings", "fullMembersVerified", 1, "willingFullMembers", 1);
        assertThat(phases(seenBy("organisation", code))).extracting(Phase::state, Phase::result).startsWith(
                tuple(State.DONE, "Hoàn thành"), tuple(State.RUNNING, null), tuple(State.DONE, null));
    }

    @Test
    void theStageNeverContradictsTheWay() {
        String code = enterprise("union_recognised_on", LocalDate.of(2020, 5, 1));
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        assertThat(seenBy("organisation", code).underWay()).containsExactly("Khảo sát doanh nghiệp");
        survey(code, today());
        assertThat(seenBy("organisation", code).stage().words()).isEqualTo("Đã khảo sát");
        assertThat(seenBy("organisation", code).underWay()).as("its open task says what of the survey is left").isEmpty();
        complete("organisation", code, "verifyPostings", "fullMembersVerified", 1, "willingFullMembers", 1);
        assertThat(seenBy("organisation", code).underWay()).containsExactly(phases(seenBy("organisation", code)).get(1).name());

        complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", code, "prepareMeeting", "meetingDate", today().toString(), "note", "Gặp ở cổng số 2");
        Event prepared = seenBy("officer1", code).timeline().stream().filter(event -> event.title().equals("Chuẩn bị cuộc gặp"))
                .findFirst().orElseThrow();
        assertThat(prepared.said()).extracting(Said::label, Said::value).contains(tuple("Ghi chú", "Gặp ở cổng số 2"));
        complete("officer1", code, "meetOwner", "persuasionOutcome", "REFUSED", "metOn", today().toString(), "obstacles", "OWNER_NOT_INTERESTED");
        Profile refused = seenBy("organisation", code);
        assertThat(refused.stage().code()).isEqualTo("REFUSED_PAUSED");
        assertThat(phases(refused).get(1).state()).isEqualTo(State.PAUSED);
        assertThat(refused.underWay()).isEmpty();
    }

    @Test
    void aPhaseThatEndedWithoutSuccessSaysHow_andASkippedOneSinceWhen() {
        String code = enterprise("surveyed_on", FRIDAY, "owner_agreed_on", LocalDate.of(2026, 5, 4),
                "willing_full_members", 1, "union_recognised_on", LocalDate.of(2026, 6, 1));
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);

        assertThat(phases(seenBy("officer1", code))).extracting(Phase::state, Phase::day).startsWith(
                tuple(State.SKIPPED, FRIDAY), tuple(State.SKIPPED, LocalDate.of(2026, 5, 4)),
                tuple(State.SKIPPED, LocalDate.of(2026, 6, 1)), tuple(State.NOT_YET, null));

        String refused = enterprise();
        startPhase("unionFounding", refused);
        complete("zoneunion", refused, "formFoundingBoard", "foundingBoardFormed", false);
        Phase union = phases(seenBy("officer1", refused)).get(2);
        assertThat(union.state()).isEqualTo(State.ENDED);
        assertThat(union.result()).isEqualTo("Chưa thành lập được");
        assertThat(union.day()).isEqualTo(today());
        assertThat(union.name()).isEqualTo("Thành lập công đoàn cơ sở");
    }

    @Test
    void thePastIsToldInWords_andThePlanWithItsTarget() {
        String code = enterprise();
        planned(code, 2026, "APPROVED", 4);
        planned(code, 2095, "DRAFT", 9);
        planned(code, 2096, "SUBMITTED", 9);
        startPhase("survey", code);
        survey(code, today());

        Profile profile = seenBy("officer1", code);

        assertThat(profile.timeline().stream().filter(event -> event.kind().equals("OUTCOME")).map(Event::title).toList())
                .containsExactly("Khảo sát tại doanh nghiệp", "Gửi công văn đề nghị khảo sát", "Hẹn ngày khảo sát");
        Event survey = profile.timeline().stream().filter(event -> event.kind().equals("OUTCOME")).findFirst().orElseThrow();
        assertThat(survey.result()).isEqualTo("Đã khảo sát");
        assertThat(survey.person().name()).isEqualTo(name("officer1"));
        assertThat(profile.timeline()).filteredOn(event -> event.kind().equals("NOTICE")).isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.title()).isNotBlank());
        assertThat(profile.timelineTotal()).isEqualTo(profile.timeline().size());
        assertThat(profile.plan().year()).isEqualTo(2026);
        assertThat(profile.plan().admissionTarget()).isEqualTo(4);
        assertThat(profile.plan().responsible().name()).isEqualTo(name("officer2"));
        assertThat(profile.tasks()).extracting(Task::name, Task::phase)
                .containsExactly(tuple("Xác minh nơi sinh hoạt của đảng viên", "Khảo sát doanh nghiệp"));
        assertThat(profile.tasks().get(0).dueInWorkingDays()).isPositive();
        at(profile.tasks().get(0).dueAt().toLocalDate().plusDays(7));
        assertThat(seenBy("officer1", code).tasks().get(0).dueInWorkingDays()).isEqualTo(-5);
    }

    @Test
    void everyoneSeesWhatIsTheirs() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        startPhase("unionFounding", code);
        String ref = transaction.execute(status -> candidates.allocate(code));
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        complete("organisation", ref, "recordConsent", "consentGiven", "true");

        Profile board = seenBy("organisation", code);
        assertThat(board.tasks()).extracting(Task::name).contains("Lập hồ sơ kết nạp");
        assertThat(board.timeline()).extracting(Event::title).contains("Ghi ý kiến đồng ý");
        assertThat(phases(board).get(4).state()).isEqualTo(State.RUNNING);
        assertThat(phases(board).get(4).day()).isEqualTo(today());

        assertThat(seenBy("mobilecell", code).tasks()).extracting(Task::name).containsExactly("Lập hồ sơ kết nạp");
        assertThat(seenBy("zoneunion", code).tasks()).extracting(Task::name).containsExactly("Lập ban vận động");
        assertThat(seenBy("youth", code).tasks()).isEmpty();
        assertThat(seenBy("integration", code).tasks()).isEmpty();
        assertThat(seenBy("admin", code).tasks()).extracting(Task::name).containsExactly("Lập ban vận động");
        assertThat(seenBy("officer1", code).kept()).containsExactlyInAnyOrder(TimelineEntry.Kind.CONTACT, TimelineEntry.Kind.PAPER);
        assertThat(seenBy("zoneunion", code).kept()).containsExactly(TimelineEntry.Kind.PAPER);
        assertThat(seenBy("mobilecell", code).kept()).isEmpty();
        for (String outsider : List.of("officer1", "zoneunion", "youth", "board", "admin", "integration")) {
            Profile seen = seenBy(outsider, code);
            assertThat(seen.timeline()).as(outsider).extracting(Event::title).doesNotContain("Ghi ý kiến đồng ý");
            assertThat(phases(seen).get(4)).as(outsider).isEqualTo(
                    new Phase("memberAdmission", "Kết nạp đảng viên", State.RUNNING, null, null));
            assertThat(seen.toString()).as(outsider).doesNotContain(ref);
        }
        jdbc.sql("update enterprise set stage = 'REFUSED_PAUSED' where tax_code = ?").param(code).update();
        assertThat(phases(seenBy("youth", code)).get(4).state()).isEqualTo(State.HIDDEN);
    }

    @Test
    void theCaseIsOpenedInCockpitByThoseWhoOpenCockpit() {
        String code = enterprise();
        assertThat(seenBy("board", code).caseInCockpit()).isNull();
        String instance = start("officer1", "enterpriseOutreach", "enterpriseCode", code).getId();
        assertThat(seenBy("board", code).caseInCockpit())
                .isEqualTo("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        assertThat(seenBy("admin", code).caseInCockpit()).contains(instance);
        assertThat(seenBy("officer1", code).caseInCockpit()).isNull();
    }

    @Test
    void thePageCostsAFewStatements_howeverMuchHappened() {
        String code = enterprise();
        startPhase("survey", code);
        seenBy("officer1", code);
        int before = cost("officer1", code);
        survey(code, today());
        complete("organisation", code, "verifyPostings", "fullMembersVerified", 1, "willingFullMembers", 1);
        seenBy("officer1", code);
        assertThat(before).isLessThanOrEqualTo(16);
        assertThat(cost("officer1", code)).isLessThanOrEqualTo(before);
    }

    @Test
    void anUnknownEnterpriseIsSaidToBeUnknown() {
        assertThatThrownBy(() -> seenBy("officer1", "0100047516"))
                .satisfies(failure -> assertThat(((Refusal) failure).code()).isEqualTo("enterprise-unknown"));
    }

    private void survey(String code, LocalDate conductedOn) {
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        at(conductedOn.isAfter(today()) ? conductedOn : today());
        complete("officer1", code, "conductSurvey", answers(conductedOn));
    }

    private static Object[] answers(LocalDate conductedOn) {
        return new Object[] {"surveyResult", "COMPLETED", "conductedOn", conductedOn.toString(), "accessibility", "EASY",
            "ownerAttitude", "NEUTRAL", "workerCount", 610, "unionMembers", 0, "youthUnionMembers", 2, "youthBranches", 0,
            "fullMembers", 1, "probationaryMembers", 0};
    }

    private Profile seenBy(String user, String code) {
        return as(user, () -> controller.profile(code));
    }

    private int cost(String user, String code) {
        return as(user, () -> Jdbc.of(() -> controller.profile(code)).statements());
    }

    private String name(String user) {
        Map<String, Object> row = jdbc.sql("select FIRST_, LAST_ from ACT_ID_USER where ID_ = ?").param(user).query().singleRow();
        return (row.get("FIRST_") + " " + row.get("LAST_")).strip();
    }

    private static Figure figure(Profile profile, String field) {
        return profile.figures().stream().filter(figure -> figure.field().equals(field)).findFirst().orElseThrow();
    }

    private static List<Phase> phases(Profile profile) {
        return profile.phases();
    }

    private static List<State> states(Profile profile) {
        return profile.phases().stream().map(Phase::state).toList();
    }
}
