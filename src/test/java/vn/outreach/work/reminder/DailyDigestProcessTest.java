package vn.outreach.work.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;
import vn.outreach.testing.TestFiles;
import vn.outreach.work.notification.DigestContent;
import vn.outreach.work.notification.NotificationDispatcher;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.NotificationTemplate;
import vn.outreach.work.notification.Notifications;

/**
 * The mail of the day from the timer to the mailbox. Member and head are of a Party cell of their own, so that the tasks
 * of other tests are nobody's here; the board is everybody's, so those are due no more.
 */
@Tag("both-databases")
class DailyDigestProcessTest extends OutreachTest {

    /** Tuesday, without a day off around it. */
    private static final LocalDate DUE = LocalDate.of(2026, 10, 13);
    private static final Instant NEVER_TOLD = null;

    @Autowired
    private DailyDigestContent content;

    @Autowired
    private NotificationDispatcher dispatcher;

    @Autowired
    private Notifications notifications;

    private final List<String> made = new ArrayList<>();
    private String cell;
    private String member;
    private String head;
    private String code;
    private String task;

    @BeforeEach
    void aTaskOfAMemberWhoHasAHead() {
        at(LocalDate.of(2026, 10, 5));
        nothingIsDue();
        code = enterprise();
        cell = "cell" + code;
        identities.saveGroup(identities.newGroup(cell));
        // The mails of an earlier run are still there.
        String run = UUID.randomUUID().toString().substring(0, 8);
        member = user("m" + run, cell);
        head = user("h" + run, cell, "heads");
        task = due(code, member, DUE);
    }

    @AfterEach
    void peopleOfThisTest() {
        jdbc.sql("update absence set ended_by = 'test', ended_at = current_timestamp where ended_at is null").update();
        tasks.createTaskQuery().taskId(task).list().forEach(open -> tasks.setDueDate(open.getId(), null));
        made.forEach(identities::deleteUser);
        identities.deleteGroup(cell);
    }

    // --- one task from before its limit to the board ----------------------------------------------------------------

    @Test
    void aTaskLeftAloneIsALineBeforeItsLimit_onIt_andAfter() {
        assertThat(lines(member, DUE.minusDays(5))).as("Thursday, 3 working days before").containsSubsequence("Còn 3 ngày làm việc:", line());
        assertThat(lines(member, DUE.minusDays(4))).as("2 before").isEmpty();
        assertThat(lines(member, DUE.minusDays(1))).containsExactly("Còn 1 ngày làm việc:", line());
        assertThat(lines(member, DUE)).containsExactly("Hạn hôm nay:", line());
        assertThat(lines(member, DUE.plusDays(2))).containsExactly("Quá hạn:", line() + ", quá hạn 2 ngày làm việc");
        assertThat(lines(head, DUE)).isEmpty();
        assertThat(lines(head, DUE.plusDays(1)))
                .containsExactly("Việc quá hạn của đơn vị:", line() + ", quá hạn 1 ngày làm việc, Người M đang giữ");
    }

    @Test
    void itIsToldToTheHeadAfterOneDay_toTheBoardAfterFive_andWeeklyAfterThat_onceEach() {
        morning(DUE);
        assertThat(told()).isEmpty();
        morning(DUE.plusDays(1));
        morning(DUE.plusDays(1));
        assertThat(told()).containsExactly("HEAD 1 to HEAD on 2026-10-14");
        morning(DUE.plusDays(6));
        assertThat(told()).as("four working days").hasSize(1);
        morning(DUE.plusDays(7));
        assertThat(told()).contains("BOARD 1 to BOARD on 2026-10-20").hasSize(2);
        assertThat(boardLines(DUE.plusDays(7))).anyMatch(line -> line.contains(code) && line.contains("quá hạn 5 ngày làm việc"));
        morning(DUE.plusDays(13));
        assertThat(told()).hasSize(2);
        morning(DUE.plusDays(14));
        assertThat(told()).contains("BOARD 2 to BOARD on 2026-10-27").hasSize(3);
    }

    @Test
    void aDueDateThatMovesArmsItAnew_andATaskThatIsDoneIsForgotten() {
        morning(DUE.plusDays(1));
        tasks.setDueDate(task, Timestamp.valueOf(DUE.plusDays(1).atTime(LocalTime.of(17, 0))));
        morning(DUE.plusDays(2));
        assertThat(told()).containsExactlyInAnyOrder("HEAD 1 to HEAD on 2026-10-14", "HEAD 1 to HEAD on 2026-10-15");
        done(code);
        morning(DUE.plusDays(3));
        assertThat(told()).isEmpty();
    }

    @Test
    void withoutAHeadWhoIsThereTheBoardIsTold() {
        away(head, member, "RECEIVER", DUE.plusDays(1));
        morning(DUE.plusDays(1));
        assertThat(told()).containsExactly("HEAD 1 to BOARD on 2026-10-14");
        assertThat(lines(head, DUE.plusDays(1))).as("an absent head").isEmpty();
        assertThat(boardLines(DUE.plusDays(1)))
                .containsSubsequence("Quá hạn ở đơn vị không có phụ trách đang làm việc:", line() + ", quá hạn 1 ngày làm việc, Người M đang giữ");
    }

    @Test
    void whoTheBoardWasToldOfBeforeTheLastMail_isNotTold() {
        morning(DUE.plusDays(7));
        at(DUE.plusDays(8));
        assertThat(content.of("board", ClockUtil.getCurrentTime().toInstant(), List.of()).lines()).noneMatch(line -> line.contains(code));
    }

    // --- who is away ------------------------------------------------------------------------------------------------

    @Test
    void ofAReceiverBothRead_ofAReplacerOnlyTheDeputy_whoReadsForWhom() {
        String deputy = user("d" + member, cell);
        away(member, deputy, "RECEIVER", DUE);
        assertThat(lines(member, DUE)).containsExactly("Hạn hôm nay:", line());
        assertThat(lines(deputy, DUE)).containsExactly("Hạn hôm nay:", line() + " (thay Người M)");

        everybodyIsBack();
        away(member, deputy, "REPLACER", DUE);
        tasks.setAssignee(task, deputy);
        jdbc.sql("insert into absence_task (absence_id, task_id, handed_at) select max(id), ?, current_timestamp from absence").param(task).update();
        assertThat(lines(member, DUE)).isEmpty();
        assertThat(lines(deputy, DUE)).containsExactly("Hạn hôm nay:", line() + " (thay Người M)");
    }

    // --- the mail ---------------------------------------------------------------------------------------------------

    @Test
    void eachPersonHasOneMailADay_andWhatIsDoneBetweenWritingAndSendingIsNoLine() throws Exception {
        morning(DUE);
        morning(DUE);
        assertThat(digests(member)).containsExactly("PENDING");
        sendAll();
        assertThat(digests(member)).containsExactly("SENT");
        assertThat(mails(member)).hasSize(1).first().asString()
                .contains("Kính gửi Người M,", "Hạn hôm nay:", line(), "/app").doesNotContain("{{");

        morning(DUE.plusDays(1));
        done(code);
        jdbc.sql("update notification set read_at = current_timestamp where recipient in (?, ?) and template <> 'daily-digest'").params(member, head).update();
        sendAll();
        assertThat(digests(member)).containsExactly("SENT", "DROPPED");
        assertThat(digests(head)).containsExactly("DROPPED");
        assertThat(mails(member)).hasSize(1);
        assertThat(mails(head)).isEmpty();
    }

    /** The server was away from Tuesday to Thursday: what was written meanwhile is one mail. */
    @Test
    void daysWithoutAMailServerGiveOneMail() throws Exception {
        morning(DUE);
        morning(DUE.plusDays(1));
        morning(DUE.plusDays(2));
        sendAll();
        assertThat(digests(member)).containsExactly("DROPPED", "DROPPED", "SENT");
        assertThat(mails(member)).hasSize(1).first().asString().contains("15/10/2026", "quá hạn 2 ngày làm việc");
    }

    /** The machine was off from Tuesday morning to Friday: the timer is late, fires once, and next on Saturday. */
    @Test
    void threeDaysWithoutTheMachineGiveOneMail_byALateTimer() throws Exception {
        at(DUE.minusDays(1));
        String timer = timer().getId();
        management.setJobDuedate(timer, instant(DUE, LocalTime.of(7, 30)));
        at(DUE.plusDays(3));
        int fired = 0;
        for (List<Job> due = dueTimers(); !due.isEmpty(); due = dueTimers()) {
            management.executeJob(due.get(0).getId());
            assertThat(++fired).as("it fires for each day that was missed").isEqualTo(1);
        }
        assertThat(fired).isEqualTo(1);
        assertThat(timer().getDuedate()).isEqualTo(instant(DUE.plusDays(4), LocalTime.of(7, 30)));
        sendAll();
        assertThat(digests(member)).containsExactly("SENT");
        assertThat(digests(head)).containsExactly("SENT");
        assertThat(mails(member)).hasSize(1).first().asString().contains("16/10/2026", line() + ", quá hạn 3 ngày làm việc");
        assertThat(mails(head)).hasSize(1);
    }

    @Test
    void onADayOffNothingIsWritten() {
        morning(LocalDate.of(2026, 10, 17));
        assertThat(digests(member)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void noticesComeWithIt_unlessTheirKindIsChosenAtOnce() throws Exception {
        sendAll();
        String later = enterprise();
        notice(later, due(later, member, DUE.plusDays(30)));
        sendAll();
        assertThat(states(member, later)).containsOnly("DIGEST");
        assertThat(mails(member)).isEmpty();

        morning(DUE.minusDays(4));
        sendAll();
        assertThat(states(member, later)).containsOnly("SENT");
        assertThat(mails(member)).hasSize(1).first().asString().contains("Việc mới:", later);

        jdbc.sql("insert into notice_choice (user_id, mail, bell, quiet_weekend, at_once) values (?, 'AT_ONCE', true, false, 'TASKS')").param(member).update();
        String atOnce = enterprise();
        notice(atOnce, due(atOnce, member, DUE.plusDays(30)));
        sendAll();
        assertThat(states(member, atOnce)).containsOnly("SENT");
    }

    @Test
    void aLimitThatMovedWithTheDaysOffIsALine_untilItsTaskIsOver() {
        at(DUE.minusDays(4));
        String line = "Dời hạn theo lịch nghỉ: Khảo sát – TNHH, hạn 13/10/2026";
        DigestContent.Waiting moved = new DigestContent.Waiting(1, NotificationTemplate.TASK_MOVED, task, line);

        assertThat(content.of(member, NEVER_TOLD, List.of(moved)).lines()).containsExactly("Thay đổi:", "- " + line);

        done(code);
        assertThat(content.of(member, NEVER_TOLD, List.of(moved)).over()).containsExactly(1L);
    }

    @Test
    void aNoticeWhoseTaskIsOverIsDropped() {
        sendAll();
        String later = enterprise();
        notice(later, due(later, member, DUE.plusDays(30)));
        sendAll();
        done(later);
        morning(DUE.minusDays(4));
        sendAll();
        assertThat(states(member, later)).contains("DROPPED").doesNotContain("DIGEST", "SENT");
        assertThat(digests(member)).containsExactly("DROPPED");
    }

    @Test
    void whoWantsNoMailHasItInTheBellAlone() {
        jdbc.sql("insert into notice_choice (user_id, mail, bell, quiet_weekend) values (?, 'NEVER', true, false)").param(member).update();
        morning(DUE);
        sendAll();
        assertThat(digests(member)).containsExactly("BELL_ONLY");
    }

    @Test
    void atMostFiftyLines_thenTheLink() {
        for (int i = 0; i < 51; i++) {
            due(enterprise(), member, DUE);
        }
        List<String> lines = lines(member, DUE);
        assertThat(lines.stream().filter(line -> line.startsWith("- "))).hasSize(50);
        assertThat(lines).last().asString().contains("xem tại liên kết");
    }

    @Test
    void rowsOfThePlanThatBeginThisWeekAreLines() {
        String planned = enterprise();
        planned(planned, 2026, "APPROVED", 1);
        jdbc.sql("update plan_row set responsible_member = ?, start_on = ? where tax_code = ?").params(member, DUE.plusDays(2), planned).update();
        jdbc.sql("update plan set status = 'APPROVED' where plan_year = 2026").update();
        assertThat(lines(member, DUE.minusDays(1)))
                .containsSubsequence("Bắt đầu trong tuần theo kế hoạch:", "- TNHH Thử %1$s (mã số thuế %1$s), từ ngày 15/10/2026".formatted(planned));
        assertThat(lines(member, DUE.minusDays(6))).noneMatch(line -> line.contains(planned));
    }

    /** The poison test of the mails has a whole admission; here what a head and the board read of one. */
    @Test
    void ofAnAdmissionNoEnterpriseAndNoPersonIsNamed() {
        String admitted = enterprise("owner_agreed_on", DUE.minusDays(60));
        start("organisation", "memberAdmission", "enterpriseCode", admitted);
        String consent = jdbc.sql("select task_id from task_line where tax_code = ?").param(admitted).query(String.class).single();
        tasks.setAssignee(consent, member);
        tasks.setDueDate(consent, Timestamp.valueOf(LocalDate.of(2026, 1, 5).atTime(LocalTime.of(17, 0))));
        morning(DUE);
        List<String> all = new ArrayList<>(lines(member, DUE));
        all.addAll(boardLines(DUE));
        assertThat(all).anyMatch(line -> line.startsWith("- việc trong hồ sơ (xem trong hệ thống), quá hạn"));
        assertThat(String.join("\n", all).toLowerCase()).doesNotContain(admitted, "kết nạp", "chi bộ", "đảng", "uv-2026");
        tasks.setDueDate(consent, null);
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    private String line() {
        return "- Hẹn ngày khảo sát – TNHH Thử %1$s (mã số thuế %1$s)".formatted(code);
    }

    private List<String> lines(String person, LocalDate day) {
        at(day);
        return content.of(person, NEVER_TOLD, List.of()).lines();
    }

    private List<String> boardLines(LocalDate day) {
        at(day);
        return content.of("board", ClockUtil.getCurrentTime().toInstant().minusSeconds(1), List.of()).lines();
    }

    /** The timer's job, at 9:00 of that day. */
    private void morning(LocalDate day) {
        at(day);
        management.executeJob(timer().getId());
    }

    private Job timer() {
        return management.createJobQuery().timers().processDefinitionKey("dailyDigest").singleResult();
    }

    private List<Job> dueTimers() {
        return management.createJobQuery().timers().processDefinitionKey("dailyDigest").duedateLowerThan(ClockUtil.getCurrentTime()).list();
    }

    private static Date instant(LocalDate day, LocalTime time) {
        return Timestamp.valueOf(day.atTime(time));
    }

    private void sendAll() {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
        dispatcher.dispatch();
    }

    private void notice(String taxCode, String taskId) {
        NotificationSubject occasion = new NotificationSubject(taskId, taxCode, "TNHH Thử " + taxCode, "survey", "pi", taskId);
        notifications.enqueue(NotificationMessage.taskAssigned(occasion, "Hẹn ngày khảo sát", DUE.plusDays(30)), List.of(member));
    }

    private String user(String id, String... groups) {
        User user = identities.newUser(id);
        user.setFirstName("Người");
        user.setLastName(id.substring(0, 1).toUpperCase());
        user.setEmail(id + "@example.vn");
        user.setPassword("Mat-khau-thu-2026");
        identities.saveUser(user);
        Stream.of(groups).forEach(group -> identities.createMembership(id, group));
        made.add(id);
        return id;
    }

    private String due(String taxCode, String holder, LocalDate day) {
        startPhase("survey", taxCode, "responsibleMember", holder);
        String id = task(taxCode, "scheduleSurvey").getId();
        tasks.deleteCandidateGroup(id, "outreachOfficers");
        tasks.addCandidateGroup(id, cell);
        tasks.setAssignee(id, holder);
        tasks.setDueDate(id, Timestamp.valueOf(day.atTime(LocalTime.of(17, 0))));
        return id;
    }

    private void done(String taxCode) {
        tasks.setAssignee(task(taxCode, "scheduleSurvey").getId(), "officer1");
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "PHONE");
    }

    private void away(String person, String deputy, String mode, LocalDate day) {
        jdbc.sql("insert into absence (person, deputy, mode, first_day, last_day, reason, created_by, created_at)"
                + " values (?, ?, ?, ?, ?, 'Đi học', 'test', current_timestamp)").params(person, deputy, mode, day, day).update();
    }

    private void everybodyIsBack() {
        jdbc.sql("update absence set ended_by = 'test', ended_at = current_timestamp where ended_at is null").update();
    }

    private List<String> told() {
        return jdbc.sql("select stage || ' ' || number || ' to ' || told_to || ' on ' || told_on from overdue_told where task_id = ?"
                + " order by told_on, stage").param(task).query(String.class).list();
    }

    private List<String> digests(String person) {
        return jdbc.sql("select state from notification where recipient = ? and template = 'daily-digest' order by id")
                .param(person).query(String.class).list();
    }

    private List<String> states(String person, String taxCode) {
        return jdbc.sql("select state from notification where recipient = ? and tax_code = ?").params(person, taxCode).query(String.class).list();
    }

    private static List<String> mails(String person) throws Exception {
        List<String> texts = new ArrayList<>();
        Path directory = TestFiles.directory("mail");
        if (!Files.exists(directory)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
                    if (mail.getAllRecipients()[0].toString().contains(person + "@example.vn")) {
                        texts.add(mail.getContent().toString());
                    }
                }
            }
        }
        return texts;
    }
}
