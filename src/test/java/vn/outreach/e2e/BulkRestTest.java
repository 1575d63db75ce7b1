package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** Many tasks at once: each row as if it were done alone, a refused one untouched with its reason. */
class BulkRestTest extends OutreachTest {


    @AfterEach
    void groupsAsTheyWere() {
        identities.deleteMembership("officer1", "standingCommittee");
    }

    // --- exactly what may be done -----------------------------------------------------------------------------------

    @Test
    void ofTwoHundredWithSevenRefused_exactlyOneHundredAndNinetyThreeChange_andSevenSayWhy() {
        List<String> good = IntStream.range(0, 193).mapToObj(i -> surveyOf("officer1")).toList();
        Map<String, String> reasons = new HashMap<>();
        String gone = surveyOf("officer1");
        as("officer1", () -> tasks.complete(gone, schedule()));
        reasons.put(gone, "task-unknown");
        reasons.put(UUID.randomUUID().toString(), "task-unknown");
        String others = surveyOf("officer2");
        reasons.put(others, "wrong-person");
        String otherUnits = phase("unionFounding", "formFoundingBoard");
        reasons.put(otherUnits, "wrong-person");
        String otherFields = phase("partyCellFounding", "collectTransferWishes", "willingFullMembers", 4);
        tasks.setAssignee(otherFields, "officer1");
        reasons.put(otherFields, "field-unknown");
        String suspended = surveyOf("officer1");
        runtime.suspendProcessInstanceById(instanceOf(suspended));
        reasons.put(suspended, "suspended");
        String unseen = admission();
        reasons.put(unseen, "task-unknown");
        List<String> all = new ArrayList<>(good);
        all.addAll(reasons.keySet());
        Collections.shuffle(all, new java.util.Random(7));
        long before = ledgerRows();
        Map<String, String> untouched = state(reasons.keySet());

        JsonNode result = bulk("officer1", "COMPLETE", all, Map.of("fields", withDecision())).ok().json();

        assertThat(result.get("done").asInt()).isZero();
        assertThat(ledgerRows()).as("no task takes fields that are not its own").isEqualTo(before);

        result = bulk("officer1", "COMPLETE", all, Map.of("fields", schedule())).ok().json();

        assertThat(result.get("total").asInt()).isEqualTo(200);
        assertThat(result.get("done").asInt()).isEqualTo(193);
        assertThat(result.get("refused").asInt()).isEqualTo(7);
        assertThat(ledgerRows() - before).isEqualTo(193);
        assertThat(rows(result, true)).containsExactlyInAnyOrderElementsOf(good);
        assertThat(tasks.createTaskQuery().taskDefinitionKey("userTask_scheduleSurvey").unlimitedList())
                .extracting(Task::getId).doesNotContainAnyElementsOf(good);
        List<String> order = new ArrayList<>();
        result.get("rows").forEach(row -> {
            order.add(row.get("taskId").asText());
            if (!row.get("done").asBoolean()) {
                assertThat(row.get("code").asText()).as("%s", row).isEqualTo(reasons.get(row.get("taskId").asText()));
                assertThat(row.get("message").asText()).as("a Vietnamese sentence").matches("(?s).*[ạảãáàăâđêôơư].*");
            }
        });
        assertThat(order).isEqualTo(all);
        assertThat(state(reasons.keySet())).isEqualTo(untouched);
    }

    @Test
    void aRowThatFailsInTheMiddleOfItsStep_leavesNothingHalfDone() {
        String task = phase("partyCellFounding", "collectTransferWishes", "willingFullMembers", 4);
        Map<String, Object> variables = runtime.getVariables(instanceOf(task));

        JsonNode row = bulk("organisation", "COMPLETE", List.of(task), Map.of("fields", Map.of("willingFullMembers", 5000)))
                .ok().json().get("rows").get(0);

        assertThat(row.get("done").asBoolean()).isFalse();
        assertThat(row.get("message").asText()).isNotBlank();
        assertThat(runtime.getVariables(instanceOf(task))).isEqualTo(variables);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void theFourEyesHold() {
        String decision = decisionAfter("officer1");
        Map<String, Object> fields = Map.of("cellDecision", "FOUNDED", "decisionNumber", "1-QĐ/ĐU", "decisionDate", day(0));

        assertThat(code(bulk("officer1", "CLAIM", List.of(decision), Map.of()))).isEqualTo("four-eyes");
        assertThat(code(bulk("officer1", "COMPLETE", List.of(decision), Map.of("fields", fields)))).isEqualTo("four-eyes");
        assertThat(bulk("committee", "COMPLETE", List.of(decision), Map.of("fields", fields)).ok().json().get("done").asInt()).isOne();
    }

    // --- the other actions ------------------------------------------------------------------------------------------

    @Test
    void officersClaimCommentAndGiveBack() {
        String free = surveyOf(null);
        String taken = surveyOf("officer2");

        JsonNode claimed = bulk("officer1", "CLAIM", List.of(free, taken), Map.of()).ok().json();
        assertThat(claimed.get("done").asInt()).isOne();
        assertThat(claimed.get("rows").get(1).get("code").asText()).isEqualTo("claimed");
        assertThat(claimed.get("rows").get(1).get("message").asText()).isEqualTo("Việc này đã có người nhận: Trần Văn Bình.");
        JsonNode others = bulk("officer1", "COMPLETE", List.of(taken), Map.of("fields", schedule())).ok().json().get("rows").get(0);
        assertThat(others.get("code").asText()).isEqualTo("wrong-person");
        assertThat(others.get("message").asText()).contains("của đơn vị đang do Trần Văn Bình làm").doesNotContain("không được giao");
        assertThat(assignee(free)).isEqualTo("officer1");
        assertThat(bulk("officer1", "CLAIM", List.of(free), Map.of()).ok().json().get("rows").get(0).get("code").asText())
                .isEqualTo("unchanged");

        JsonNode noted = bulk("officer2", "COMMENT", List.of(free, taken), Map.of("comment", "Đã gọi điện")).ok().json();
        assertThat(rows(noted, true)).containsExactly(taken);
        assertThat(tasks.getTaskComments(taken)).extracting(comment -> comment.getFullMessage()).containsExactly("Đã gọi điện");
        assertThat(tasks.getTaskComments(free)).isEmpty();

        JsonNode back = bulk("officer3", "GIVE_BACK", List.of(free), Map.of()).ok().json();
        assertThat(back.get("rows").get(0).get("code").asText()).isEqualTo("wrong-person");
        assertThat(assignee(free)).isEqualTo("officer1");
        bulk("officer1", "GIVE_BACK", List.of(free), Map.of()).ok();
        assertThat(assignee(free)).isNull();
    }

    @Test
    void aHeadAssignsWithinTheUnit() {
        String task = surveyOf("officer2");
        JsonNode outside = bulk("officer1", "ASSIGN", List.of(task), Map.of("user", "propaganda")).ok().json();
        assertThat(outside.get("rows").get(0).get("code").asText()).isEqualTo("wrong-person");
        JsonNode byNoHead = bulk("officer3", "ASSIGN", List.of(task), Map.of("user", "officer3")).ok().json();
        assertThat(byNoHead.get("done").asInt()).isZero();
        assertThat(assignee(task)).isEqualTo("officer2");

        assertThat(bulk("officer1", "ASSIGN", List.of(task), Map.of("user", "officer3")).ok().json().get("done").asInt()).isOne();
        assertThat(assignee(task)).isEqualTo("officer3");
    }

    @Test
    void aHeadSetsAnotherDay_withAReason_andTheLedgerSaysSo() {
        at(LocalDate.of(2026, 10, 5));
        String code = enterprise("responsible_member", "officer2");
        startPhase("survey", code);
        String task = task(code, "scheduleSurvey").getId();
        Map<String, Object> wish = Map.of("dueDate", "2026-10-30", "comment", "Doanh nghiệp đang kiểm kê");

        assertThat(bulk("officer2", "DUE_DATE", List.of(task), wish).ok().json().get("rows").get(0).get("code").asText())
                .isEqualTo("wrong-person");
        assertThat(bulk("officer1", "DUE_DATE", List.of(task), wish).ok().json().get("done").asInt()).isOne();

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getDueDate().toInstant()).hasToString("2026-10-30T10:00:00Z");
        assertThat(row(code, "dueDate")).containsEntry("RESULT", "MOVED").containsEntry("RECORDED_BY", "officer1");
        assertThat(row(code, "dueDate").get("DETAILS").toString()).contains("Doanh nghiệp đang kiểm kê");
        assertThat(told(code)).contains("task-extended:officer2");
        assertThat(jdbc.sql("select * from audit where action = 'DEADLINE_CHANGED' and subject = ?").param(task).query().singleRow())
                .containsEntry("USER_ID", "officer1").containsEntry("NEW_VALUE", "2026-10-30");
        assertThat(code(bulk("officer1", "DUE_DATE", List.of(task), wish))).isEqualTo("unchanged");
        assertThat(code(bulk("officer1", "DUE_DATE", List.of(task), Map.of("dueDate", "2026-10-31", "comment", "x")))).isEqualTo("field-range");
        assertThat(code(bulk("officer1", "DUE_DATE", List.of(task), Map.of("dueDate", "2026-10-01", "comment", "x")))).isEqualTo("field-range");
    }

    @Test
    void aLimitThatARegulationSets_stays() {
        String union = enterprise();
        startPhase("unionFounding", union);
        complete("zoneunion", union, "formFoundingBoard", "foundingBoardFormed", true);
        complete("zoneunion", union, "collectApplications", "signedApplications", 40, "legalPerson", true);
        complete("zoneunion2", union, "confirmApplications", "confirmed", true);
        complete("zoneunion", union, "holdCongress",
                "congressDate", day(0), "congressForm", "FULL", "congressValid", true, "committeeSize", 3);
        Task file = task(union, "submitUnionFile");

        assertThat(code(bulk("zoneunion", "DUE_DATE", List.of(file.getId()), Map.of("dueDate", day(86), "comment", "x"))))
                .isEqualTo("due-date-regulated");
        assertThat(task(union, "submitUnionFile").getDueDate()).isEqualTo(file.getDueDate());
    }

    // --- two at once ------------------------------------------------------------------------------------------------

    @Test
    @Tag("both-databases")
    void twoWhoClaimTheSameAtOnce_getEachTaskOnce() {
        List<String> free = IntStream.range(0, 30).mapToObj(i -> surveyOf(null)).toList();

        List<Rest.Answer> answers = atOnce(
                () -> bulk("officer2", "CLAIM", free, Map.of()), () -> bulk("officer3", "CLAIM", free, Map.of()));

        assertThat(answers.stream().mapToInt(answer -> answer.ok().json().get("done").asInt()).sum()).isEqualTo(30);
        rows(answers.get(0).json(), true).forEach(task -> assertThat(assignee(task)).isEqualTo("officer2"));
        rows(answers.get(1).json(), true).forEach(task -> assertThat(assignee(task)).isEqualTo("officer3"));
    }

    @Test
    @Tag("both-databases")
    void theSameSentTwiceAtOnce_isDoneOnce() {
        List<String> own = IntStream.range(0, 30).mapToObj(i -> surveyOf("officer2")).toList();
        long before = ledgerRows();

        List<Rest.Answer> answers = atOnce(
                () -> bulk("officer2", "COMPLETE", own, Map.of("fields", schedule())),
                () -> bulk("officer2", "COMPLETE", own, Map.of("fields", schedule())));

        assertThat(answers.stream().mapToInt(answer -> answer.ok().json().get("done").asInt()).sum()).isEqualTo(30);
        assertThat(ledgerRows() - before).isEqualTo(30);
        answers.forEach(answer -> answer.json().get("rows").forEach(row -> assertThat(row.path("code").asText("done"))
                .isIn("null", "done", "too-late", "task-unknown")));
    }

    // --- orders that are none ---------------------------------------------------------------------------------------

    @Test
    void anOrderThatCannotBe_isRefusedAsAWhole() {
        String task = surveyOf("officer1");
        List<String> tooMany = Stream.concat(Stream.of(task), IntStream.range(0, 500).mapToObj(Integer::toString)).toList();

        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", tooMany, Map.of()))).isEqualTo("422 too-many");
        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", List.of(task, task), Map.of()))).isEqualTo("422 field-choice");
        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", List.of(), Map.of()))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", List.of(task, "\u00a0"), Map.of()))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", List.of(task, "x".repeat(65)), Map.of()))).isEqualTo("422 field-range");
        assertThat(refusedWith(bulk("officer1", "GIVE_BACK", List.of("a\u0000b"), Map.of()))).isEqualTo("422 field-type");
        assertThat(refusedWith(bulk("officer1", "DELETE", List.of(task), Map.of()))).isEqualTo("422 field-choice");
        assertThat(refusedWith(bulk("officer1", "ASSIGN", List.of(task), Map.of()))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "DUE_DATE", List.of(task), Map.of("dueDate", day(25))))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "COMMENT", List.of(task), Map.of()))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "COMMENT", List.of(task), Map.of("comment", "\u00a0\u200b")))).isEqualTo("422 field-missing");
        assertThat(refusedWith(bulk("officer1", "COMPLETE", List.of(task), Map.of("fields", Map.of("surveyDate", List.of(1))))))
                .isEqualTo("422 field-type");
        assertThat(assignee(task)).isEqualTo("officer1");
        assertThat(bulk("integration", "CLAIM", List.of(task), Map.of()).status()).as("a system has no tasks").isEqualTo(403);
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    /** An open task to plan a survey, of this officer or of nobody yet. */
    private String surveyOf(String officer) {
        String code = enterprise("responsible_member", officer);
        startPhase("survey", code);
        return task(code, "scheduleSurvey").getId();
    }

    private String phase(String process, String step, Object... variables) {
        String code = enterprise("full_members", 5, "willing_full_members", 4);
        startPhase(process, code, variables);
        return task(code, step).getId();
    }

    /** A decision on a file that this person prepared, who could decide it as a member of the committee. */
    private String decisionAfter(String author) {
        String code = enterprise("workers", 600, "full_members", 40, "responsible_member", author);
        startPhase("partyCellFounding", code, "willingFullMembers", 5);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 5);
        complete("organisation", code, "transferPostings", "transferredMembers", 5);
        complete(author, code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        identities.createMembership(author, "standingCommittee");
        return task(code, "decideCellFounding").getId();
    }

    private String admission() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = rest("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        return task(ref, "recordConsent").getId();
    }

    private static Map<String, Object> schedule() {
        return Map.of("surveyDate", day(0), "surveyMethod", "VISIT");
    }

    private static Map<String, Object> withDecision() {
        Map<String, Object> fields = new HashMap<>(schedule());
        fields.put("cellDecision", "FOUNDED");
        return fields;
    }

    private Rest.Answer bulk(String user, String action, List<String> ids, Map<String, ?> more) {
        Map<String, Object> order = new HashMap<>(more);
        order.put("action", action);
        order.put("taskIds", ids);
        return rest(user).post("/api/v1/tasks:bulk", order);
    }

    private List<Rest.Answer> atOnce(java.util.function.Supplier<Rest.Answer> one, java.util.function.Supplier<Rest.Answer> other) {
        CompletableFuture<Rest.Answer> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Rest.Answer> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }

    private static List<String> rows(JsonNode result, boolean done) {
        List<String> ids = new ArrayList<>();
        result.get("rows").forEach(row -> {
            if (row.get("done").asBoolean() == done) {
                ids.add(row.get("taskId").asText());
            }
        });
        return ids;
    }

    private static String code(Rest.Answer answer) {
        return answer.ok().json().get("rows").get(0).get("code").asText();
    }

    private static String refusedWith(Rest.Answer answer) {
        return answer.status() + " " + answer.json().get("code").asText();
    }

    private long ledgerRows() {
        return jdbc.sql("select count(*) from outcome").query(Long.class).single();
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private String instanceOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    /** Everything about open tasks that a bulk action could have touched. */
    private Map<String, String> state(Iterable<String> ids) {
        Map<String, String> state = new HashMap<>();
        ids.forEach(id -> {
            Task task = tasks.createTaskQuery().taskId(id).singleResult();
            state.put(id, task == null ? "gone" : task.getAssignee() + task.getDueDate() + tasks.getVariables(id)
                    + tasks.getTaskComments(id).size());
        });
        return state;
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }
}
