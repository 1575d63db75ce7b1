package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Next year's plan of three hundred enterprises and twelve officers in Chromium: last year's rows copied, people and months
 * proposed and changed, submitted, returned with a reason and approved. {@code PlanIT} walks the same way with the demo's
 * rows in each build.
 */
@BrowserTest
@Tag("everything")
class PlanOf300IT {

    private static final Logger LOG = LoggerFactory.getLogger(PlanOf300IT.class);
    private static final int YEAR = Workplace.today().getYear();
    private static final int NEXT = YEAR + 1;
    private static final int ENTERPRISES = 300;
    private static final int OFFICERS = 12;
    private static final int STARTS_PER_WEEK = 3;
    private static final String PASSWORD = "Can-bo-2026!";
    private static final String ROWS = "table[role=grid] tbody tr";
    private static final String WHY = "Chỉ tiêu chi bộ còn thấp.";
    private static final List<String> ZONES = List.of("Phú Mỹ I", "Mỹ Xuân A2", "Cái Mép", "Đất Đỏ I");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    private RunningApplication application;
    private String leaves;

    @Test
    void nextYearIsCopied_proposed_changed_submitted_returnedWithAReason_andApproved() {
        try (RunningApplication started = new RunningApplication(home)) {
            application = started.start();
            List<String> officers = employ();
            fillThisYear(officers);
            leaves = officers.get(OFFICERS - 1);
            rest("admin").send("DELETE", "/engine-rest/group/outreachOfficers/members/" + leaves, null).ok();
            walk();
        }
    }

    // --- this year -----------------------------------------------------------------------------------------------------

    private List<String> employ() {
        List<String> officers = new ArrayList<>(List.of("officer1", "officer2", "officer3"));
        while (officers.size() < OFFICERS) {
            String id = "officer" + (officers.size() + 1);
            rest("admin").post("/engine-rest/user/create", Map.of(
                    "profile", Map.of("id", id, "firstName", "Cán bộ", "lastName", "số " + (officers.size() + 1), "email", id + "@example.vn"),
                    "credentials", Map.of("password", PASSWORD))).ok();
            rest("admin").put("/engine-rest/group/outreachOfficers/members/" + id, Map.of()).ok();
            officers.add(id);
        }
        return officers;
    }

    /** Three hundred more enterprises come into this year's plan by an amendment, and their cases begin. */
    private void fillThisYear(List<String> officers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ENTERPRISES; i++) {
            String code = TaxCodes.next();
            rest("officer1").post("/api/v1/enterprises", Map.of("taxCode", code, "name", "Công ty TNHH Cơ khí chính xác số " + (i + 1),
                    "zone", ZONES.get(i % ZONES.size()), "sector", "cơ khí", "ownership", "DOMESTIC", "workers", 30 + 7 * i,
                    "responsibleMember", officers.get(i % OFFICERS))).ok();
            rows.add(Map.of("taxCode", code, "responsibleMember", officers.get(i % OFFICERS), "unit", "outreachOfficers",
                    "measures", List.of("SURVEY"), "startOn", YEAR + "-12-31"));
        }
        rest("organisation").post("/api/v1/plans/" + YEAR + "/amendments", Map.of("changes", Map.of("add", rows), "reason", "Bổ sung ba trăm doanh nghiệp")).ok();
        String task = rest("committee").get("/engine-rest/task?maxResults=2&processDefinitionKey=annualPlan&taskDefinitionKey=userTask_approveAmendment")
                .ok().json().get(0).get("id").asText();
        rest("committee").complete(task, Map.of("amendmentDecision", "APPROVED")).ok();
        Assertions.assertThat(rest("organisation").get("/api/v1/plans/" + YEAR + "/rows?size=1").ok().json().get("total").asInt())
                .isGreaterThanOrEqualTo(ENTERPRISES);
    }

    // --- next year -----------------------------------------------------------------------------------------------------

    private void walk() {
        Page desk = login("organisation");
        open(desk, "rows");
        assertThat(desk.locator(".ou-empty")).isVisible();
        int copied = timed("copying", () -> Workplace.sends(desk, "POST", "/rows:copy", () -> desk.locator("[data-tool=copy]").click())).get("copied").asInt();
        Assertions.assertThat(copied).isGreaterThanOrEqualTo(ENTERPRISES);
        Locator blank = desk.locator("dialog .ou-plan-refused li");
        assertThat(blank).hasCount(ENTERPRISES / OFFICERS);
        Chromium.picture(desk, "plan-300-blank");
        desk.locator("dialog .ou-primary").click();
        Locator rows = desk.locator(ROWS);
        assertThat(rows).hasCount(100);
        Chromium.picture(desk, "plan-300");
        onAPhone();

        proposalIsTaken(desk, copied);
        paced();
        everyRowPromisesMore(desk, copied);
        oneMembersRowsAreGiven(desk);
        targets(desk, copied);
        submit(desk);
        committeeReturns(copied);
        open(desk, "rows");
        assertThat(desk.locator(".ou-plan-about .ou-failure")).containsText(WHY);
        submit(desk);
        Page committee = login("committee");
        decision(committee).complete(Map.of("planDecision", "APPROVED"));
        open(desk, "rows");
        assertThat(desk.locator(".ou-plan-badge")).hasText("Đã phê duyệt");
        Assertions.assertThat(rest("organisation").get("/api/v1/plans/" + NEXT + "/rows?size=1&status=PLANNED").ok().json().get("total").asInt())
                .as("nothing begins before its day").isEqualTo(copied);
        desk.context().close();
        committee.context().close();
    }

    private void onAPhone() {
        Page phone = login(Workplace.chromium().phone(), "organisation");
        open(phone, "rows");
        assertThat(phone.locator(ROWS)).hasCount(100);
        Chromium.settled(phone);
        Chromium.picture(phone, "plan-300-phone");
        phone.context().close();
    }

    /** Whoever left has no row any more; one person and one month are changed before the proposal is taken. */
    private void proposalIsTaken(Page desk, int copied) {
        Locator proposed = desk.locator(".ou-plan-proposal tbody tr");
        timed("proposing", () -> {
            desk.locator("[data-tool=propose]").click();
            assertThat(proposed).hasCount(copied);
            return null;
        });
        Chromium.settled(desk);
        Chromium.picture(desk, "plan-300-proposal");
        String changed = proposed.nth(2).getAttribute("data-row");
        proposed.nth(2).locator("select").first().selectOption("officer7");
        timed("taking the proposal", () -> {
            desk.locator(".ou-plan-proposal .ou-primary").click();
            finish(desk, copied);
            return null;
        });
        Assertions.assertThat(row(changed).get("responsibleMember").asText()).isEqualTo("officer7");
        Assertions.assertThat(total("responsibleMember=" + leaves)).isZero();
        Assertions.assertThat(total("responsibleMember=")).isZero();
    }

    /** No member starts more than the setting in a week, but for the row whose member somebody changed by hand. */
    private void paced() {
        Map<String, Integer> starts = new TreeMap<>();
        for (JsonNode row : rest("organisation").get("/api/v1/plans/" + NEXT + "/rows?size=500").ok().json().get("items")) {
            LocalDate day = LocalDate.parse(row.get("startOn").asText());
            if (!row.get("responsibleMember").asText().equals("officer7")) {
                starts.merge(row.get("responsibleMember").asText() + " " + day.get(IsoFields.WEEK_BASED_YEAR) + " " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        1, Integer::sum);
            }
        }
        Assertions.assertThat(starts.values()).isNotEmpty().allMatch(count -> count <= STARTS_PER_WEEK);
    }

    private void everyRowPromisesMore(Page desk, int copied) {
        timed("ticking all", () -> {
            desk.locator(".ou-hint .ou-plan-sort").click();
            assertThat(desk.locator(".ou-bulk-count")).hasText("Đã chọn " + copied + " dòng");
            return null;
        });
        desk.locator("[data-action=measures]").click();
        for (String measure : List.of("SURVEY", "MEETING")) {
            desk.locator("dialog input[value=" + measure + "]").check();
        }
        timed("changing all", () -> {
            desk.locator("dialog .ou-primary").click();
            finish(desk, copied);
            return null;
        });
        Assertions.assertThat(total("measure=MEETING")).isEqualTo(copied);
    }

    private void oneMembersRowsAreGiven(Page desk) {
        int had = total("responsibleMember=officer9");
        desk.locator("form[role=search] select[name=responsibleMember]").selectOption("officer9");
        assertThat(desk.locator(ROWS)).hasCount(had);
        desk.locator("table[role=grid] thead input").check();
        assertThat(desk.locator(".ou-bulk-count")).hasText("Đã chọn " + had + " dòng");
        desk.locator("[data-action=responsibleMember]").click();
        desk.locator("dialog select[name=responsibleMember]").selectOption("officer8");
        desk.locator("dialog .ou-primary").click();
        finish(desk, had, false);
        Assertions.assertThat(total("responsibleMember=officer9")).isZero();
    }

    private void targets(Page desk, int copied) {
        open(desk, "rows");
        desk.locator(".ou-plan-about > .ou-button").click();
        Map.of("targetSurveys", copied, "targetMeetings", copied / 2, "targetUnions", 0, "targetCells", 0, "targetAdmissions", 20)
                .forEach((field, target) -> desk.locator("dialog input[name=" + field + "]").fill(target.toString()));
        Workplace.sends(desk, "PATCH", "/plans/" + NEXT, () -> desk.locator("dialog .ou-primary").click());
    }

    private void committeeReturns(int copied) {
        Page committee = login("committee");
        TasklistPage decision = decision(committee);
        Locator plan = committee.locator(".ou-plan-task");
        timed("the plan beside the decision", () -> {
            committee.locator(".nav-tabs a:visible").getByText("Kế hoạch", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(plan.locator("table[aria-label='Các doanh nghiệp'] tbody tr")).hasCount(50);
            return null;
        });
        assertThat(plan.locator(".ou-plan-state")).containsText(copied + " doanh nghiệp");
        assertThat(plan).containsText("Khảo sát doanh nghiệp");
        Chromium.settled(committee);
        Chromium.picture(committee, "plan-300-decision");
        committee.locator(".nav-tabs a:visible").getByText("Biểu mẫu", new Locator.GetByTextOptions().setExact(true)).click();
        Map<String, Object> returned = new LinkedHashMap<>();
        returned.put("planDecision", "RETURNED");
        returned.put("reason", WHY);
        decision.complete(returned);
        committee.context().close();
    }

    private void submit(Page desk) {
        desk.locator("[data-tool=submit]").click();
        desk.waitForURL(url -> url.contains("task="));
        String task = desk.url().replaceAll(".*[?&]task=([^&]+).*", "$1");
        new TasklistPage(desk, application.address()).openById(task).claim().complete();
    }

    // --- helpers -------------------------------------------------------------------------------------------------------

    private TasklistPage decision(Page committee) {
        return new TasklistPage(committee, application.address()).openStep(String.valueOf(NEXT), "approvePlan").claim();
    }

    private static void finish(Page desk, int written) {
        finish(desk, written, true);
    }

    /** @param left whether the list has rows afterwards */
    private static void finish(Page desk, int written, boolean left) {
        assertThat(desk.locator("dialog [role=status]")).hasText("Đã ghi " + written + " dòng.");
        desk.locator("dialog .ou-primary").click();
        assertThat(left ? desk.locator(ROWS).first() : desk.locator(".ou-empty").first()).isVisible();
    }

    private static <T> T timed(String what, java.util.function.Supplier<T> act) {
        long begun = System.nanoTime();
        T answer = act.get();
        LOG.info("{}: {} ms", what, Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return answer;
    }

    private int total(String filter) {
        return rest("organisation").get("/api/v1/plans/" + NEXT + "/rows?size=1&" + filter).ok().json().get("total").asInt();
    }

    private JsonNode row(String code) {
        return rest("organisation").get("/api/v1/plans/" + NEXT + "/rows?q=" + code).ok().json().get("items").get(0);
    }

    private Rest rest(String user) {
        return application.asNobody().as(user, user);
    }

    private Page login(String user) {
        return login(Workplace.chromium().window(), user);
    }

    private Page login(Page page, String user) {
        page.navigate(application.address() + "/app");
        page.locator("form.ou-login input[name=user]").fill(user);
        page.locator("form.ou-login input[name=password]").fill(user);
        page.locator("form.ou-login button").click();
        page.locator("#header nav").waitFor();
        return page;
    }

    private void open(Page page, String tab) {
        page.navigate(application.address() + "/app/plan?year=" + NEXT + "&tab=" + tab);
    }
}
