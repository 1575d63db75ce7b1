package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.OutreachTest;

/**
 * Who does what to a task: each kind of command, by each kind of person, by each way in, on a task that somebody holds and
 * on one that waits for its unit. What is not allowed is 403 and leaves the task as it was.
 */
class WhoseTaskTest extends OutreachTest {

    private static final String HOLDER = "organisation2";
    private static final String COLLEAGUE = "organisation3";
    private static final String HEAD = "organisation";
    private static final String OTHER_UNIT = "officer2";
    private static final List<String> PEOPLE =
            List.of(HOLDER, COLLEAGUE, HEAD, OTHER_UNIT, "officer1", "admin", "integration", "board");
    /** The same guard stands behind REST: outside a run of everything a holder, a head and a stranger suffice there. */
    private static final List<String> SENDERS =
            Boolean.getBoolean("everything") ? PEOPLE : List.of(HOLDER, HEAD, OTHER_UNIT);
    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> CLOSED_BY_ACCESS_RULES =
            Set.of("POST /identity-links", "POST /identity-links/delete", "DELETE /comment");
    private static final Set<String> UNIT = Set.of(HOLDER, COLLEAGUE, HEAD);

    private final Map<String, Webapp> sessions = new HashMap<>();
    private String taxCode;
    private String task;

    /** What is asked, through Java and through REST, and who may while {@link #HOLDER} holds the task and while nobody does. */
    private record Deed(
            String name, Java java, String method, String path, Body body, Set<String> whenHeld, Set<String> whenFree) {}

    private interface Java {
        void run(String me);
    }

    private interface Body {
        Object of(String me);
    }

    @BeforeEach
    void aTaskOfTheOrganisationBoard() {
        if (identities.createUserQuery().userId(COLLEAGUE).count() == 0) {
            User colleague = identities.newUser(COLLEAGUE);
            colleague.setPassword(COLLEAGUE);
            ((IdentityServiceImpl) identities).saveUser(colleague, true);
            identities.createMembership(COLLEAGUE, "organisationBoard");
        }
        taxCode = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", day(0), "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter");
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", day(0),
                "accessibility", "EASY", "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 20,
                "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5, "probationaryMembers", 1);
        task = task(taxCode, "verifyPostings").getId();
    }

    /** Others count who belongs to the board. */
    @AfterEach
    void theColleagueLeaves() {
        identities.deleteUser(COLLEAGUE);
    }

    // --- the matrix -------------------------------------------------------------------------------------------------

    @Test
    void eachKindOfPersonDoesWhatIsTheirs_inJava() {
        each((deed, person, held) -> allowed(deed, person));
    }

    @Test
    void eachKindOfPersonDoesWhatIsTheirs_onTheEnginesRest() {
        each((RestTry) (deed, person, held) -> deed.method() == null
                ? null
                : allowed(rest(person).send(deed.method(), "/engine-rest" + path(deed), deed.body().of(person))));
    }

    @Test
    void eachKindOfPersonDoesWhatIsTheirs_onTheWebappsRest() {
        each((RestTry) (deed, person, held) -> deed.method() == null || person.equals("integration")
                ? null
                : allowed(session(person).engine(deed.method(), path(deed), deed.body().of(person))));
    }

    private interface Try {

        /** Who tries. */
        default List<String> people() {
            return PEOPLE;
        }

        /** Whether it was allowed, or null where this way in knows no such deed. */
        Boolean by(Deed deed, String person, boolean held);

        /** Over REST the access rules let nobody send this at all, whoever might do it otherwise. */
        default boolean closed(Deed deed) {
            return false;
        }
    }

    /** A way in with the access rules in front: what Tasklist does not need is not open to anybody. */
    private interface RestTry extends Try {

        @Override
        default List<String> people() {
            return SENDERS;
        }

        @Override
        default boolean closed(Deed deed) {
            return deed.path() != null && CLOSED_BY_ACCESS_RULES.contains(deed.method() + " " + deed.path());
        }
    }

    private void each(Try attempt) {
        SoftAssertions softly = new SoftAssertions();
        for (boolean held : new boolean[] {true, false}) {
            for (Deed deed : deeds()) {
                Set<String> did = new TreeSet<>();
                Set<String> tried = new TreeSet<>();
                for (String person : attempt.people()) {
                    Map<String, Object> before = reset(held ? HOLDER : null);
                    Boolean allowed = attempt.by(deed, person, held);
                    if (allowed == null) {
                        continue;
                    }
                    tried.add(person);
                    if (allowed) {
                        did.add(person);
                    } else {
                        softly.assertThat(state()).as("%s by %s changed the task", deed.name(), person).isEqualTo(before);
                    }
                }
                Set<String> may = new TreeSet<>(attempt.closed(deed) ? NOBODY : held ? deed.whenHeld() : deed.whenFree());
                may.retainAll(tried);
                softly.assertThat(did).as("%s, %s", deed.name(), held ? "held" : "free").isEqualTo(may);
            }
        }
        softly.assertAll();
    }

    private List<Deed> deeds() {
        Set<String> holderOrHead = Set.of(HOLDER, HEAD);
        Set<String> holder = Set.of(HOLDER);
        return List.of(
                // An empty answer gets through to the field that is missing, and no further.
                new Deed("complete", me -> tasks.complete(task), "POST", "/complete", me -> Map.of(), holder, UNIT),
                new Deed("submit the form", me -> services().getFormService().submitTaskForm(task, Map.of()),
                        "POST", "/submit-form", me -> Map.of(), holder, UNIT),
                new Deed("resolve", me -> tasks.resolveTask(task), "POST", "/resolve", me -> Map.of(), holder, UNIT),
                new Deed("claim", me -> tasks.claim(task, me), "POST", "/claim", me -> user(me), holder, UNIT),
                new Deed("claim for another", me -> tasks.claim(task, "organisation2"),
                        "POST", "/claim", me -> user(HOLDER), holderOrHead, holderOrHead),
                new Deed("claim for nobody", me -> tasks.claim(task, null), null, null, null, holderOrHead, Set.of(HEAD)),
                new Deed("unclaim", me -> tasks.setAssignee(task, null), "POST", "/unclaim", me -> null, holderOrHead, Set.of(HEAD)),
                new Deed("take over", me -> tasks.setAssignee(task, me), "POST", "/assignee", me -> user(me), holderOrHead, UNIT),
                new Deed("pass on", me -> tasks.setAssignee(task, COLLEAGUE), "POST", "/assignee", me -> user(COLLEAGUE),
                        holderOrHead, Set.of(COLLEAGUE, HEAD)),
                new Deed("pass on to another unit", me -> tasks.setAssignee(task, OTHER_UNIT),
                        "POST", "/assignee", me -> user(OTHER_UNIT), NOBODY, NOBODY),
                new Deed("pass on to nobody known", me -> tasks.setAssignee(task, "nobody-known"),
                        "POST", "/assignee", me -> user("nobody-known"), NOBODY, NOBODY),
                new Deed("delegate", me -> tasks.delegateTask(task, COLLEAGUE), "POST", "/delegate", me -> user(COLLEAGUE),
                        holderOrHead, Set.of(HEAD)),
                new Deed("delegate to another unit", me -> tasks.delegateTask(task, OTHER_UNIT),
                        "POST", "/delegate", me -> user(OTHER_UNIT), NOBODY, NOBODY),
                new Deed("assignee as link", me -> tasks.addUserIdentityLink(task, COLLEAGUE, "assignee"),
                        "POST", "/identity-links", me -> Map.of("userId", COLLEAGUE, "type", "assignee"),
                        holderOrHead, Set.of(COLLEAGUE, HEAD)),
                new Deed("assignee's link away", me -> tasks.deleteUserIdentityLink(task, HOLDER, "assignee"),
                        "POST", "/identity-links/delete", me -> Map.of("userId", HOLDER, "type", "assignee"),
                        holderOrHead, Set.of(HEAD)),
                new Deed("candidate user", me -> tasks.addCandidateUser(task, me),
                        "POST", "/identity-links", me -> Map.of("userId", me, "type", "candidate"), NOBODY, NOBODY),
                new Deed("candidate group", me -> tasks.addCandidateGroup(task, "outreachOfficers"),
                        "POST", "/identity-links", me -> Map.of("groupId", "outreachOfficers", "type", "candidate"), NOBODY, NOBODY),
                new Deed("candidate group away", me -> tasks.deleteCandidateGroup(task, "organisationBoard"),
                        "POST", "/identity-links/delete", me -> Map.of("groupId", "organisationBoard", "type", "candidate"),
                        NOBODY, NOBODY),
                new Deed("candidate user away", me -> tasks.deleteCandidateUser(task, me),
                        "POST", "/identity-links/delete", me -> Map.of("userId", me, "type", "candidate"), NOBODY, NOBODY),
                new Deed("owner", me -> tasks.setOwner(task, me),
                        "POST", "/identity-links", me -> Map.of("userId", me, "type", "owner"), NOBODY, NOBODY),
                new Deed("follow up", me -> tasks.setFollowUpDate(task, new Date(0)),
                        "PUT", "", me -> saved("followUp", "2026-11-02T09:00:00.000+0700"), holderOrHead, UNIT),
                new Deed("due date", me -> tasks.setDueDate(task, new Date(0)),
                        "PUT", "", me -> saved("due", "2030-01-01T00:00:00.000+0700"), NOBODY, NOBODY),
                new Deed("priority", me -> tasks.setPriority(task, 99), "PUT", "", me -> saved("priority", 99), NOBODY, NOBODY),
                new Deed("name", me -> tasks.setName(task, "x"), "PUT", "", me -> saved("name", "x"), NOBODY, NOBODY),
                new Deed("description", me -> tasks.setDescription(task, "x"),
                        "PUT", "", me -> saved("description", "x"), NOBODY, NOBODY),
                new Deed("assignee by saving", me -> save(found -> found.setAssignee(me)),
                        // The holder changes nothing by it.
                        "PUT", "", me -> saved("assignee", me), holder, NOBODY),
                new Deed("owner by saving", me -> save(found -> found.setOwner(me)),
                        "PUT", "", me -> saved("owner", me), NOBODY, NOBODY),
                new Deed("parent by saving", me -> save(found -> found.setParentTaskId("x")),
                        "PUT", "", me -> saved("parentTaskId", "x"), NOBODY, NOBODY),
                new Deed("delegation by saving", me -> save(found -> found.setDelegationState(
                                org.camunda.bpm.engine.task.DelegationState.PENDING)),
                        "PUT", "", me -> saved("delegationState", "PENDING"), NOBODY, NOBODY),
                new Deed("comment", me -> tasks.createComment(task, null, "x"),
                        "POST", "/comment/create", me -> Map.of("message", "x"), holder, UNIT),
                new Deed("comment on another case", me -> tasks.createComment(task, "other", "x"),
                        "POST", "/comment/create", me -> Map.of("message", "x", "processInstanceId", "other"), NOBODY, NOBODY),
                new Deed("clear comments", me -> tasks.deleteTaskComments(task), "DELETE", "/comment", me -> null, holder, UNIT),
                new Deed("attach", me -> tasks.createAttachment("web", task, null, "x", "x", "http://localhost/"),
                        null, null, null, holder, UNIT),
                new Deed("set a field", me -> tasks.setVariable(task, "willingFullMembers", 1),
                        "PUT", "/variables/willingFullMembers", me -> Map.of("value", 1), NOBODY, NOBODY),
                new Deed("set a field beside", me -> tasks.setVariableLocal(task, "willingFullMembers", 1),
                        "POST", "/localVariables", me -> Map.of("modifications", Map.of("note", Map.of("value", "x"))), NOBODY, NOBODY),
                new Deed("remove a field", me -> tasks.removeVariable(task, "note"),
                        "DELETE", "/variables/note", me -> null, NOBODY, NOBODY),
                new Deed("BPMN error", me -> tasks.handleBpmnError(task, "x"),
                        "POST", "/bpmnError", me -> Map.of("errorCode", "x"), NOBODY, NOBODY),
                new Deed("escalation", me -> tasks.handleEscalation(task, "x"),
                        "POST", "/bpmnEscalation", me -> Map.of("escalationCode", "x"), NOBODY, NOBODY),
                new Deed("delete", me -> tasks.deleteTask(task, true), "DELETE", "", me -> null, NOBODY, NOBODY),
                new Deed("a task of one's own", me -> tasks.saveTask(tasks.newTask()),
                        "POST", "/../create", me -> Map.of("name", "x", "parentTaskId", task), NOBODY, NOBODY));
    }

    // --- what is refused says why -----------------------------------------------------------------------------------

    @Test
    void whatIsRefusedIsSaidInASentence() {
        as(() -> tasks.claim(task, HOLDER), HOLDER);
        assertSentence("officer2", "POST", "/claim", user("officer2"), "không được giao cho đồng chí");
        assertSentence("propaganda", "POST", "/complete", Map.of(), "không được giao cho đồng chí");
        assertSentence(COLLEAGUE, "POST", "/unclaim", null, "người đang giữ việc hoặc phụ trách đơn vị");
        assertSentence(HOLDER, "POST", "/assignee", user("officer2"), "“Trần Văn Bình”");
        assertSentence(HEAD, "PUT", "", saved("due", "2030-01-01T00:00:00.000+0700"), "/api/v1/tasks/{id}/extension");
        assertSentence("admin", 405, "POST", "/identity-links", Map.of("userId", "admin", "type", "candidate"), "không nhận phương thức đó");
        assertThat(refusal(() -> as(() -> tasks.addCandidateUser(task, "admin"), "admin")).getMessage()).contains("do quy trình định");
        assertSentence("admin", "POST", "/assignee", user("admin"), "không được dùng địa chỉ này");
        assertThat(refusal(() -> as(() -> tasks.setAssignee(task, "admin"), "admin")).getMessage())
                .contains("giao việc này cho người khác");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\n", "\u3164", "a\u0000b"})
    void aCommentInWhichNothingCanBeReadIsNone_onBothApis(String message) {
        assertThat(rest(HEAD).post("/engine-rest/task/" + task + "/comment/create", Map.of("message", message)).status()).isEqualTo(400);
        assertThat(session(HEAD).engine("POST", "/task/" + task + "/comment/create", Map.of("message", message)).status()).isEqualTo(400);
        assertThat(refusal(() -> as(() -> tasks.createComment(task, null, message), HEAD)).field()).isEqualTo("message");
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    @Tag("both-databases")
    void theSameCommentSentTwiceAtOnce_isOne() {
        List<CompletableFuture<Rest.Answer>> sent = Stream.generate(() -> CompletableFuture.supplyAsync(
                () -> rest(HEAD).post("/engine-rest/task/" + task + "/comment/create", Map.of("message", "Gọi lúc này")).ok()))
                .limit(3).toList();
        assertThat(sent.stream().map(answer -> answer.join().json().get("id").asText()).distinct()).hasSize(1);
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }

    @Test
    void theSameCommentSentTwice_isOne() {
        Rest.Answer first = rest(HEAD).post("/engine-rest/task/" + task + "/comment/create", Map.of("message", "Đã gọi")).ok();
        Rest.Answer second = rest(HEAD).post("/engine-rest/task/" + task + "/comment/create", Map.of("message", "Đã gọi")).ok();
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        as(() -> tasks.createComment(task, null, "Đã gọi lại"), HEAD);
        assertThat(tasks.getTaskComments(task)).hasSize(2);
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(360)));
        as(() -> tasks.createComment(task, null, "Đã gọi"), HEAD);
        assertThat(tasks.getTaskComments(task)).as("said again later").hasSize(3);
    }

    @Test
    void anAdministratorWhoIsAnOfficerTooIsOne_andSetsNoVariablesByHand() {
        identities.createMembership("admin", "organisationBoard");
        try {
            as(() -> tasks.claim(task, "admin"), "admin");
            // Variables by hand: no unit has the right, an administrator neither.
            assertThatThrownBy(() -> as(() -> tasks.setVariable(task, "note", "x"), "admin"))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(refusal(() -> as(() -> tasks.setVariable(task, "surveyResult", "CLOSED"), "admin")).code())
                    .isEqualTo("field-unknown");
            assertThat(rest("admin").post("/engine-rest/task/" + task + "/variables",
                    Map.of("modifications", Rest.variables(Map.of("stage", "x")), "deletions", List.of())).status()).isEqualTo(405);
        } finally {
            identities.deleteMembership("admin", "organisationBoard");
        }
        // No longer of the unit: still the holder, as long as no head takes it back.
        as(() -> tasks.setAssignee(task, HOLDER), HEAD);
        assertThat(task(taxCode, "verifyPostings").getAssignee()).isEqualTo(HOLDER);
    }

    @Test
    void beingAHeadAloneIsHeadingNoUnit() {
        asSystem(() -> tasks.addCandidateGroup(task, "heads"));
        asSystem(() -> tasks.setAssignee(task, HOLDER));
        assertThat(refusal(() -> as(() -> tasks.setAssignee(task, null), "zoneunion")).code()).isEqualTo("wrong-person");
        assertThat(task(taxCode, "verifyPostings").getAssignee()).isEqualTo(HOLDER);
    }

    @Test
    void theProductItselfIsNotAsked() {
        asSystem(() -> tasks.setAssignee(task, "officer3"));
        asSystem(() -> tasks.setDueDate(task, new Date(0)));
        assertThat(task(taxCode, "verifyPostings").getAssignee()).isEqualTo("officer3");
    }

    // --- Tasklist ---------------------------------------------------------------------------------------------------

    /** The calls of Tasklist's own buttons, in the order of a morning. */
    @Test
    void tasklistClaimsGivesBackFollowsUpAndReassigns() {
        Webapp colleague = session(COLLEAGUE);
        colleague.engine("POST", "/task/" + task + "/claim", user(COLLEAGUE)).ok();
        colleague.engine("PUT", "/task/" + task, saved("followUp", "2026-10-12T09:00:00.000+0700")).ok();
        assertThat(task(taxCode, "verifyPostings").getFollowUpDate()).isNotNull();
        colleague.engine("POST", "/task/" + task + "/unclaim", null).ok();
        Webapp head = session(HEAD);
        head.engine("POST", "/task/" + task + "/assignee", user(HOLDER)).ok();
        head.engine("POST", "/task/" + task + "/assignee", user(COLLEAGUE)).ok();
        colleague.submitForm(task, Map.of("fullMembersVerified", 5, "willingFullMembers", 3, "note", "")).ok();
        assertThat(row(taxCode, "verifyPostings")).containsEntry("recorded_by", COLLEAGUE);
    }

    @Test
    void whoGotATaskDelegatedAnswers_andItsOwnerCompletes() {
        Rest holder = rest(HOLDER);
        Rest colleague = rest(COLLEAGUE);
        holder.post("/engine-rest/task/" + task + "/claim", user(HOLDER)).ok();
        holder.post("/engine-rest/task/" + task + "/delegate", user(COLLEAGUE)).ok();
        assertThat(holder.complete(task, Map.of("fullMembersVerified", 5, "willingFullMembers", 3)).status()).isEqualTo(403);
        colleague.post("/engine-rest/task/" + task + "/resolve",
                Map.of("variables", Rest.variables(Map.of("fullMembersVerified", 5, "willingFullMembers", 3)))).ok();
        assertThat(colleague.complete(task, Map.of()).status()).isEqualTo(403);
        holder.complete(task, Map.of()).ok();
        assertThat(row(taxCode, "verifyPostings")).containsEntry("recorded_by", HOLDER);
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    /** Whatever is not refused got through, also what the engine then had no use for. */
    private boolean allowed(Deed deed, String person) {
        Throwable failure = catchThrowable(() -> as(() -> deed.java().run(person), person));
        Refusal refusal = Refusal.in(failure);
        boolean refused = failure instanceof AuthorizationException
                || refusal != null && refusal.kind() == Refusal.Kind.FORBIDDEN;
        return !refused;
    }

    private static boolean allowed(Rest.Answer answer) {
        boolean unseen = answer.status() / 100 == 4 && answer.body().matches(".*No (matching task|task found).*");
        // What is open to nobody is answered as what is not there.
        boolean closed = (answer.status() == 404 || answer.status() == 405) && Set.of("path-unknown", "method-unknown").contains(answer.code());
        return answer.status() != 403 && !closed && !unseen;
    }

    private String path(Deed deed) {
        return deed.path().startsWith("/../") ? "/task/create" : "/task/" + task + deed.path();
    }

    /** The task as it was, given to this person by the product. */
    private Map<String, Object> reset(String assignee) {
        asSystem(() -> save(found -> {
            found.setDelegationState(null);
            found.setOwner(null);
            found.setAssignee(assignee);
            found.setFollowUpDate(null);
        }));
        return state();
    }

    private Map<String, Object> state() {
        Task found = task(taxCode, "verifyPostings");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("assignee", found.getAssignee());
        state.put("owner", found.getOwner());
        state.put("delegation", found.getDelegationState());
        state.put("due", found.getDueDate());
        state.put("followUp", found.getFollowUpDate());
        state.put("priority", found.getPriority());
        state.put("name", found.getName());
        state.put("description", found.getDescription());
        state.put("links", tasks.getIdentityLinksForTask(task).stream().map(WhoseTaskTest::shown).sorted().toList());
        state.put("variables", new TreeSet<>(tasks.getVariables(task).keySet()));
        state.put("comments", tasks.getTaskComments(task).size());
        state.put("attachments", tasks.getTaskAttachments(task).size());
        state.put("subtasks", history.createHistoricTaskInstanceQuery().taskParentTaskId(task).list().stream()
                .map(HistoricTaskInstance::getId).toList());
        return state;
    }

    private static String shown(IdentityLink link) {
        return link.getType() + ":" + link.getUserId() + ":" + link.getGroupId();
    }

    /**
     * What Tasklist sends to change one thing: the whole task as it is, and the one thing; less its form's reference, which
     * the engine's own REST API writes but cannot read.
     */
    @SuppressWarnings("unchecked")
    private Map<String, Object> saved(String field, Object value) {
        Map<String, Object> whole = Rest.JSON.convertValue(
                rest(HEAD).get("/engine-rest/task/" + task).ok().json(), LinkedHashMap.class);
        whole.remove("camundaFormRef");
        whole.put(field, value);
        return whole;
    }

    private interface Change {
        void to(Task task);
    }

    private void save(Change change) {
        Task found = tasks.createTaskQuery().taskId(task).singleResult();
        if (found == null) {
            throw Refusal.forbidden("wrong-person", "not seen");
        }
        change.to(found);
        tasks.saveTask(found);
    }

    private org.camunda.bpm.engine.ProcessEngine services() {
        return org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine();
    }

    private void assertSentence(String person, String method, String path, Object body, String sentence) {
        assertSentence(person, 403, method, path, body, sentence);
    }

    private void assertSentence(String person, int status, String method, String path, Object body, String sentence) {
        Rest.Answer rest = rest(person).send(method, "/engine-rest/task/" + task + path, body);
        Rest.Answer webapp = session(person).engine(method, "/task/" + task + path, body);
        for (Rest.Answer answer : Arrays.asList(rest, webapp)) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(status);
            assertThat(answer.sentence()).contains(sentence);
        }
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        assertThat(Refusal.in(failure)).as("a refusal (was: %s)", failure).isNotNull();
        return Refusal.in(failure);
    }

    private void as(Runnable act, String person) {
        as(person, act);
    }

    private void asSystem(Runnable act) {
        identities.clearAuthentication();
        act.run();
    }

    private Rest rest(String person) {
        return Rest.nobody(address()).as(person, password(person));
    }

    private Webapp session(String person) {
        return sessions.computeIfAbsent(person, any -> Webapp.login(address(), any, password(any)));
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static Map<String, String> user(String userId) {
        return Map.of("userId", userId);
    }
}
