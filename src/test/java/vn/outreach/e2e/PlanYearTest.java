package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.testing.OutreachTest;

/**
 * A whole year under the engine's clock: planned the autumn before, worked at each month, corrected, amended by two at once,
 * handed over by somebody who leaves, reported each quarter, closed. After each quarter every number of the results is what a
 * plain count by SQL gives.
 */
@Tag("both-databases")
class PlanYearTest extends OutreachTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanYearTest.class);
    private static final List<String> ZONES = List.of("Phú Mỹ I", "Mỹ Xuân A2", "Cái Mép");
    private static final List<String> UNITS = List.of("organisationBoard", "massMobilisationBoard", "propagandaBoard");
    private static final String LEAVES = "officer2";
    private static final String STAYS = "officer1";

    private final List<String> employed = new ArrayList<>();
    private final List<String> officers = new ArrayList<>(List.of("officer1", "officer2", "officer3"));
    private final OfficeWork answers = new OfficeWork(this::today);
    private final Random dice = new Random(2099);
    private int year;
    private ProcessInstance plan;
    private PlanYearCount count;

    @Test
    void aYearIsPlannedFollowedAndClosed_andEveryNumberIsARecount() {
        theYear(2099, 18, 3);
    }

    @Test
    @Tag("everything")
    void soIsTheYearOf300EnterprisesAndTwelveOfficers() {
        theYear(2095, 300, 12);
    }

    private void theYear(int of, int enterprises, int members) {
        long begun = System.nanoTime();
        year = of;
        at(LocalDate.of(year - 1, 11, 20));
        employ(members);
        List<String> codes = register(enterprises);
        List<String> others = register(enterprises / 6);
        lastYear(codes.subList(0, enterprises / 3));
        codes.subList(0, 3).forEach(code -> start(STAYS, "enterpriseOutreach", "enterpriseCode", code, "planYear", year - 1));
        approved(codes);
        assertThat(states()).as("nothing before its day").containsExactly("PLANNED");
        others.forEach(code -> start(STAYS, "enterpriseOutreach", "enterpriseCode", code, "planYear", year));
        try (PlanYearCount counting = new PlanYearCount(jdbc, rest("organisation"))) {
            count = counting;
            List<String> all = new ArrayList<>(codes);
            all.addAll(others);
            IntStream.rangeClosed(1, 12).forEach(month -> month(month, codes, all));
            at(LocalDate.of(year + 1, 1, 11));
            runDueJobs(plan.getId());
            report();
            count.compare(year, today());
            closed();
            count.compare(year, today());
        }
        LOG.info("A year of {} enterprises took {} s: {}", enterprises, (System.nanoTime() - begun) / 1_000_000_000, reached());
    }

    private void month(int month, List<String> codes, List<String> all) {
        at(LocalDate.of(year, month, 15));
        runDueJobs(plan.getId());
        assertThat(jdbc.sql("select tax_code from plan_row where plan_year = ? and status = 'STARTED' and start_on > ?").params(year, today())
                .query(String.class).list()).as("started before its day, in month " + month).isEmpty();
        all.forEach(this::work);
        registered(all);
        correct();
        if (month % 3 == 1 && month > 1) {
            report();
            count.compare(year, today());
        }
        at(LocalDate.of(year, month, 20));
        switch (month) {
            case 2 -> twoAmendmentsAtOnce(codes);
            case 5 -> decide(propose(Map.of("remove", List.of(codes.get(2)))), "REJECTED");
            case 9 -> somebodyLeaves();
            default -> { }
        }
    }

    // --- planning ------------------------------------------------------------------------------------------------------

    /** So many officers; all but the demo's leave again when the test is over. */
    private void employ(int members) {
        for (int number = 4; number <= members; number++) {
            User user = identities.newUser("officer" + number);
            user.setFirstName("Cán bộ");
            user.setLastName("số " + number);
            user.setEmail(user.getId() + "@example.vn");
            identities.saveUser(user);
            identities.createMembership(user.getId(), "outreachOfficers");
            officers.add(user.getId());
            employed.add(user.getId());
        }
    }

    @AfterEach
    void dismiss() {
        employed.forEach(identities::deleteUser);
    }

    /** Enterprises of which some have a union or a survey of other years. */
    private List<String> register(int enterprises) {
        return IntStream.range(0, enterprises).mapToObj(i -> enterprise("zone", ZONES.get(i % ZONES.size()),
                "responsible_member", officers.get(i % officers.size()), "workers", 50 + dice.nextInt(900),
                "union_recognised_on", i % 4 == 0 ? LocalDate.of(year - 3, 5, 4) : null,
                "surveyed_on", i % 5 == 0 ? LocalDate.of(year - 1, 1 + dice.nextInt(9), 7) : null)).toList();
    }

    /** The plan of the year before, whose results stand beside those of this year. */
    private void lastYear(List<String> codes) {
        jdbc.sql("insert into plan (plan_year, status) values (?, 'CLOSED')").param(year - 1).update();
        codes.forEach(code -> jdbc.sql("insert into plan_row (plan_year, tax_code, responsible_member, unit, measures, status)"
                + " values (?, ?, ?, 'organisationBoard', 'SURVEY', 'STARTED')").params(year - 1, code, STAYS).update());
    }

    private void approved(List<String> codes) {
        Rest organisation = rest("organisation");
        organisation.put("/api/v1/plans/" + year + "/rows", IntStream.range(0, codes.size()).mapToObj(i -> row(codes.get(i), i)).toList()).ok();
        plan = start("organisation", "annualPlan", "planYear", year);
        complete("organisation", key(), "draftPlan", "targetSurveys", codes.size() - 2, "targetMeetings", codes.size() / 3,
                "targetUnions", codes.size() / 4, "targetCells", 0, "targetAdmissions", 5);
        complete("committee", key(), "approvePlan", "planDecision", "APPROVED");
        runDueJobs(plan.getId());
    }

    private Map<String, Object> row(String code, int number) {
        List<String> measures = new ArrayList<>(List.of("SURVEY"));
        if (number % 3 > 0) {
            measures.add("MEETING");
        }
        if (number % 2 > 0) {
            measures.add("UNION");
        }
        if (number % 4 > 2) {
            measures.add("CELL");
        }
        int starts = 1 + number % 10;
        Map<String, Object> row = new HashMap<>(Map.of("taxCode", code, "responsibleMember", officers.get(number % officers.size()),
                "unit", UNITS.get(number % UNITS.size()), "measures", measures, "startOn", LocalDate.of(year, starts, 4).toString()));
        if (number % 3 == 0) {
            row.put("dueOn", LocalDate.of(year, Math.min(12, starts + 2), 25).toString());
        }
        if (number % 4 > 0) {
            row.put("admissionTarget", number % 3);
        }
        return row;
    }

    // --- the year ------------------------------------------------------------------------------------------------------

    /** The dice say how far an enterprise gets this month. */
    private void work(String code) {
        steps(code, dice.nextInt(8));
        List<String> candidates = jdbc.sql("select business_key from running_case where process_key = 'memberAdmission' and enterprise_code = ?")
                .param(code).query(String.class).list();
        candidates.forEach(candidate -> admission(candidate, 3 + dice.nextInt(6)));
        if (candidates.isEmpty() && register(code, "owner_agreed_on") != null && register(code, "union_recognised_on") != null
                && dice.nextInt(3) == 0) {
            admission(introduced(code), 3 + dice.nextInt(6));
        }
    }

    private void steps(String code, int most) {
        for (int step = 0; step < most; step++) {
            // A youth union would ask other introducers of who is in none.
            List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(code).unlimitedList().stream()
                    .filter(task -> !task.getTaskDefinitionKey().contains("Youth")).toList();
            if (open.isEmpty()) {
                return;
            }
            Task task = open.stream().sorted(Comparator.comparing(Task::getTaskDefinitionKey)).toList().get(dice.nextInt(open.size()));
            String name = task.getTaskDefinitionKey().substring("userTask_".length());
            OfficeWork.Answer answer = answers.answer(name, dice);
            done(task.getAssignee() == null ? answer.user() : task.getAssignee(), task, answer.fields());
            if (name.equals("scheduleSurvey")) {
                completeExternal(code, "sendOfficialLetter", "letterNumber", "1-CV/ĐU", "letterSentOn", today().toString());
            }
        }
    }

    private String introduced(String code) {
        String candidate = start("organisation", "memberAdmission", "enterpriseCode", code).getBusinessKey();
        jdbc.sql("update candidate set birth_month = ?, schooling = 'HIGHER', certificate_date = ?, citizen = true, is_owner = false,"
                        + " readmission = false, in_youth_union = false, in_union = true where ref = ?")
                .params(today().minusYears(28).toString().substring(0, 7), today().minusMonths(2), candidate).update();
        return candidate;
    }

    private void admission(String candidate, int most) {
        for (int step = 0; step < most; step++) {
            List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(candidate).list();
            if (open.isEmpty()) {
                return;
            }
            String name = open.get(0).getTaskDefinitionKey().substring("userTask_".length());
            OfficeWork.Answer answer = answers.answer(name, dice);
            done(answer.user(), open.get(0), answer.fields());
        }
    }

    /** What only the register learns of. */
    private void registered(List<String> all) {
        String code = all.get(dice.nextInt(all.size()));
        String column = List.of("surveyed_on", "union_recognised_on", "cell_founded_on").get(dice.nextInt(3));
        jdbc.sql("update enterprise set " + column + " = ? where tax_code = ? and " + column + " is null").params(today().minusDays(7), code).update();
    }

    /** One act in six was another, or on another day, of this year or the last. */
    private void correct() {
        Rest organisation = rest("organisation");
        for (JsonNode act : acts()) {
            if (dice.nextInt(6) > 0) {
                continue;
            }
            Map<String, Object> correction = new HashMap<>(Map.of("result", act.get("result").asText(), "reason", "Ghi nhầm ngày"));
            switch (act.get("step").asText()) {
                case "conductSurvey" -> correction.put("result", dice.nextInt(3) == 0 ? "REFUSED" : "COMPLETED");
                case "meetOwner" -> correction.put("result", dice.nextInt(3) == 0 ? "UNREACHABLE" : "AGREED");
                case "recordUnionDecision" -> correction.put("result", dice.nextInt(3) == 0 ? "DEFECTS" : "RECOGNISED");
                default -> { }
            }
            if (dice.nextBoolean()) {
                correction.put("occurredOn", today().minusDays(31L * dice.nextInt(4)).withDayOfMonth(1 + dice.nextInt(14)).toString());
            }
            organisation.post("/api/v1/outcomes/" + act.get("id").asLong() + "/corrections", correction).ok();
        }
    }

    /** The acts of the month, and some of earlier ones. */
    private List<JsonNode> acts() {
        List<JsonNode> acts = new ArrayList<>();
        for (String step : List.of("conductSurvey", "meetOwner", "recordUnionDecision", "announceCell", "holdCeremony")) {
            rest("organisation").get("/api/v1/outcomes?step=" + step + "&from=" + today().minusDays(45) + "&to=" + today()
                    + "&size=500").ok().json().get("items")
                    .forEach(acts::add);
        }
        return acts;
    }

    private void twoAmendmentsAtOnce(List<String> codes) {
        Task moves = propose(Map.of("rows", List.of(
                Map.of("taxCode", codes.get(0), "responsibleMember", "officer3"), Map.of("taxCode", codes.get(3), "unit", "youthUnion"))));
        Task takesOut = propose(Map.of("remove", List.of(codes.get(1)), "targets", Map.of("targetSurveys", codes.size() - 3,
                "targetMeetings", codes.size() / 3, "targetUnions", codes.size() / 4, "targetCells", 1, "targetAdmissions", 4)));
        decide(takesOut, "APPROVED");
        assertThat(register(codes.get(0), "responsible_member")).as("the other one is not decided").isNotEqualTo("officer3");
        decide(moves, "APPROVED");
        assertThat(jdbc.sql("select responsible_member from plan_row where plan_year = ? and tax_code = ?").params(year, codes.get(0))
                .query(String.class).single()).isEqualTo("officer3");
    }

    /** @return the task in which it is decided */
    private Task propose(Map<String, Object> changes) {
        int id = rest("organisation").post("/api/v1/plans/" + year + "/amendments", Map.of("changes", changes, "reason", "Theo công văn số 12"))
                .ok().json().elements().next().asInt();
        return open("approveAmendment").stream().filter(task -> tasks.getVariable(task.getId(), "amendmentId").equals(id))
                .findFirst().orElseThrow();
    }

    private void decide(Task amendment, String decision) {
        done("committee", amendment, decision.equals("APPROVED") ? Map.of("amendmentDecision", decision)
                : Map.of("amendmentDecision", decision, "reason", "Chưa có căn cứ"));
    }

    private void somebodyLeaves() {
        List<String> held = held(LEAVES);
        rest(STAYS).post("/api/v1/plans/" + year + "/rows:handOver", Map.of("from", LEAVES, "to", STAYS, "reason", "Chuyển công tác")).ok();
        assertThat(held(LEAVES)).as("who left holds nothing").isEmpty();
        assertThat(held(STAYS)).containsAll(held);
        assertThat(tasks.createTaskQuery().taskAssignee(LEAVES).processInstanceBusinessKeyIn(held.toArray(String[]::new)).count()).isZero();
        decide(open("approveAmendment").get(0), "APPROVED");
    }

    private List<String> held(String member) {
        return jdbc.sql("select tax_code from plan_row where plan_year = ? and responsible_member = ? and removed_by is null")
                .params(year, member).query(String.class).list();
    }

    private void report() {
        open("prepareReport").forEach(task -> done("organisation", task, Map.of("reportReady", true)));
        open("approveReport").forEach(task -> done("board", task, Map.of("reportDecision", "APPROVED")));
    }

    // --- the end -------------------------------------------------------------------------------------------------------

    private void closed() {
        Map<String, String> unfinished = count.unfinished(year, today());
        List<String> open = List.copyOf(unfinished.keySet());
        assertThat(open).as("the dice leave some open").hasSizeGreaterThan(1);
        answer(open.subList(0, 1), Map.of("closing", "DROPPED", "closingReason", "Doanh nghiệp chuyển tỉnh khác"));
        answer(open.subList(1, open.size()), Map.of("closing", "CARRIED"));
        complete("organisation", key(), "closePlan", "planClosed", true);
        unfinished.remove(open.get(0));
        Map<String, String> carried = new TreeMap<>();
        jdbc.sql("select tax_code, coalesce(measures, '') as measures, coalesce(admission_target, 0) as people from plan_row where plan_year = ?"
                + " and carried_from = ?").params(year + 1, year).query(row -> {
            carried.put(row.getString("tax_code"), row.getString("measures") + " " + row.getInt("people"));
        });
        assertThat(carried).as("nothing is forgotten").isEqualTo(unfinished);
        assertThat(jdbc.sql("select count(*) from plan_row where plan_year = ? and removed_by is null and closing is null")
                .param(year).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from report where plan_year = ? and status = 'APPROVED'").param(year).query(Integer.class).single())
                .isEqualTo(4);
        assertThat(isRunning("annualPlan", key())).isFalse();
    }

    private void answer(List<String> codes, Map<String, Object> changes) {
        JsonNode results = rest("organisation").send("PATCH", "/api/v1/plans/" + year + "/rows", Map.of("taxCodes", codes, "changes", changes))
                .ok().json().get("results");
        assertThat(results).hasSize(codes.size()).allSatisfy(result -> assertThat(result.get("ok").asBoolean()).as("%s", result).isTrue());
    }

    // --- helpers -------------------------------------------------------------------------------------------------------

    private List<Task> open(String step) {
        return tasks.createTaskQuery().processInstanceId(plan.getId()).taskDefinitionKey("userTask_" + step).list();
    }

    private void done(String user, Task task, Map<String, Object> fields) {
        as(user, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            tasks.complete(task.getId(), new HashMap<>(fields));
        });
    }

    private List<String> states() {
        return jdbc.sql("select distinct status from plan_row where plan_year = ?").param(year).query(String.class).list();
    }

    private Map<String, Integer> reached() {
        Map<String, Integer> reached = new TreeMap<>();
        jdbc.sql("select p.measure, count(*) as acts from plan_result p join plan_row r on r.tax_code = p.tax_code and r.plan_year = ?"
                + " where extract(year from p.reached_on) = ? group by p.measure").params(year, year).query(row -> {
            reached.put(row.getString("measure"), row.getInt("acts"));
        });
        return reached;
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, user);
    }

    private String key() {
        return String.valueOf(year);
    }
}
