package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A year's plan from the first row to its approval, and what was promised and reached, with the enterprises behind each number. */
@BrowserTest
class PlanIT {

    private static final Path GUIDE = Path.of("src", "main", "resources", "static", "app", "pictures");
    private static final int YEAR = Workplace.today().getYear();
    private static final int NEXT = YEAR + 1;
    /** The list, not the load beside it. */
    private static final String ROWS = "table[role=grid] tbody tr";
    private static final String WHY = "Chỉ tiêu chi bộ còn thấp.";
    private static final Map<String, Integer> TARGETS =
            Map.of("targetSurveys", 2, "targetMeetings", 2, "targetUnions", 1, "targetCells", 1, "targetAdmissions", 5);

    @Test
    void nextYearIsCopied_proposed_changed_submitted_returnedWithAReason_andApproved() {
        Page desk = Workplace.desk("organisation");
        open(desk, NEXT, "rows");
        int copied = Workplace.sends(desk, "POST", "/rows:copy", () -> desk.locator("[data-tool=copy]").click()).get("copied").asInt();
        Locator rows = desk.locator(ROWS);
        assertThat(rows).hasCount(copied);

        desk.locator("[data-tool=propose]").click();
        assertThat(desk.locator(".ou-plan-proposal tbody tr")).hasCount(copied);
        Chromium.published(desk, GUIDE, "guide-plan");
        desk.locator(".ou-plan-proposal .ou-primary").click();
        finish(desk, copied);

        giveTwoByKeysAlone(desk, rows);
        desk.locator(".ou-plan-about > .ou-button").click();
        TARGETS.forEach((field, target) -> desk.locator("dialog input[name=" + field + "]").fill(target.toString()));
        Workplace.sends(desk, "PATCH", "/plans/" + NEXT, () -> desk.locator("dialog .ou-primary").click());
        submit(desk);

        Page committee = Workplace.desk("committee");
        TasklistPage decision = decision(committee);
        committee.locator(".nav-tabs a:visible").getByText("Kế hoạch", new Locator.GetByTextOptions().setExact(true)).click();
        Locator plan = committee.locator(".ou-plan-task");
        assertThat(plan.locator(".ou-plan-state")).containsText(copied + " doanh nghiệp");
        assertThat(plan.locator("table[aria-label='Các doanh nghiệp'] tbody tr")).hasCount(Math.min(copied, 50));
        assertThat(plan.locator("table[aria-label='Khối lượng theo: Người phụ trách'] [data-row=officer3] .ou-plan-count")).not().isEmpty();
        Chromium.picture(committee, "plan-decision");
        committee.locator(".nav-tabs a:visible").getByText("Biểu mẫu", new Locator.GetByTextOptions().setExact(true)).click();
        decision.complete(answers("planDecision", "RETURNED", WHY));

        open(desk, NEXT, "rows");
        assertThat(desk.locator(".ou-plan-about .ou-failure")).containsText(WHY);
        submit(desk);
        decision(committee).complete(Map.of("planDecision", "APPROVED"));

        open(desk, NEXT, "rows");
        assertThat(desk.locator(".ou-plan-badge")).hasText("Đã phê duyệt");
        assertThat(desk.locator("[data-tool=copy]")).hasCount(0);
        desk.context().close();
        committee.context().close();
    }

    /** The space bar ticks, the arrow goes on. */
    private static void giveTwoByKeysAlone(Page desk, Locator rows) {
        rows.first().locator("input").focus();
        desk.keyboard().press("Space");
        desk.keyboard().press("ArrowDown");
        desk.keyboard().press("Space");
        assertThat(desk.locator(".ou-bulk-count")).hasText("Đã chọn 2 dòng");
        String first = rows.first().getAttribute("data-row");
        desk.locator("[data-action=responsibleMember]").click();
        desk.locator("dialog select[name=responsibleMember]").selectOption("officer3");
        JsonNode answer = Workplace.sends(desk, "PATCH", "/rows", () -> desk.locator("dialog .ou-primary").click());
        org.assertj.core.api.Assertions.assertThat(answer.get("results").findValuesAsText("ok")).containsExactly("true", "true");
        finish(desk, 2);
        assertThat(desk.locator("[data-row='" + first + "'] .ou-plan-who")).hasText("Lê Thị Thu");
    }

    private static void finish(Page desk, int written) {
        assertThat(desk.locator("dialog [role=status]")).hasText("Đã ghi " + written + " dòng.");
        desk.locator("dialog .ou-primary").click();
        assertThat(desk.locator(ROWS).first()).isVisible();
    }

    private static void submit(Page desk) {
        desk.locator("[data-tool=submit]").click();
        desk.waitForURL(url -> url.contains("task="));
        String task = desk.url().replaceAll(".*[?&]task=([^&]+).*", "$1");
        TasklistPage draft = new TasklistPage(desk, Workplace.application().address()).openById(task).claim();
        assertThat(desk.locator(".form-pane input").first()).hasValue("2");
        draft.complete();
    }

    private static TasklistPage decision(Page committee) {
        return new TasklistPage(committee, Workplace.application().address()).openStep(String.valueOf(NEXT), "approvePlan").claim();
    }

    @Test
    void twentyFourInThePlan_sevenMet_andWhoTheyAreIsOneClickAway() {
        Page board = Workplace.desk("board");
        open(board, YEAR, "results");

        assertThat(board.locator(".ou-plan-sentences [data-measure=MEETING]")).containsText("Lũy kế: 7/24 doanh nghiệp.");
        Locator meetings = board.locator("[data-row=MEETING]");
        meetings.locator("[data-state=STANDING]").click();
        Locator behind = board.locator(".ou-plan-behind");
        assertThat(behind.locator("h2")).containsText("7 doanh nghiệp đã có");
        assertThat(behind.locator("tbody tr")).hasCount(7);

        meetings.locator("[data-state=NOT_STANDING]").click();
        assertThat(behind.locator("h2")).containsText("17 doanh nghiệp chưa có");
        assertThat(behind.locator("h2")).isFocused();
        assertThat(behind.locator("tbody tr")).hasCount(17);
        assertThat(behind.locator("tbody tr td.ou-plan-why", new Locator.LocatorOptions().setHasText("Đang ở: "))).hasCount(17);
        Chromium.picture(board, "plan-results");

        board.goBack();
        assertThat(behind.locator("h2")).containsText("7 doanh nghiệp đã có");
        board.context().close();
    }

    @Test
    void whatOthersReached_isOneClickAway_onAPhoneToo() {
        String other = Workplace.surveyed("Ngoài kế hoạch");
        Page phone = Workplace.phone("board");
        open(phone, YEAR, "results");
        phone.locator(".ou-plan-outside [data-row=SURVEY] [data-state=OUTSIDE]").click();
        Locator behind = phone.locator(".ou-plan-behind");
        assertThat(behind.locator("h2")).containsText("doanh nghiệp đạt ngoài kế hoạch");
        assertThat(behind.locator("h2")).isFocused();
        assertThat(behind.locator("[data-row='" + other + "'] a")).containsText("Ngoài kế hoạch");
        phone.context().close();
    }

    /** Rejected in the end, so that the plan stays as the other tests know it. */
    @Test
    void otherTargetsAreProposed_returned_andProposedAgain() {
        Page desk = Workplace.desk("organisation");
        open(desk, YEAR, "changes");
        desk.locator("[data-action=amend-targets]").click();
        desk.locator("dialog input[name=targetMeetings]").fill("3");
        desk.locator("dialog textarea[name=reason]").fill("Thêm theo công văn số 12");
        int first = Workplace.sends(desk, "POST", "/amendments", () -> desk.locator("dialog .ou-primary").click()).get("id").asInt();
        Page committee = Workplace.desk("committee");
        amendment(committee).complete(answers("amendmentDecision", "RETURNED", "Cần nêu rõ căn cứ"));

        open(desk, YEAR, "changes");
        Locator returned = desk.locator("[data-amendment='" + first + "']");
        assertThat(returned).containsText("Cần nêu rõ căn cứ");
        assertThat(returned.locator("ul li")).hasText(new String[] {"Gặp chủ doanh nghiệp: 3"});
        returned.locator("[data-action=again]").click();
        assertThat(desk.locator("dialog textarea[name=reason]")).hasValue("Thêm theo công văn số 12");
        int second = Workplace.sends(desk, "POST", "/amendments", () -> desk.locator("dialog .ou-primary").click()).get("id").asInt();
        assertThat(desk.locator("[data-amendment='" + second + "'] ul li")).hasText(new String[] {"Gặp chủ doanh nghiệp: 3"});
        amendment(committee).complete(answers("amendmentDecision", "REJECTED", "Giữ chỉ tiêu cũ"));
        desk.context().close();
        committee.context().close();
    }

    /** The form asks for the reason once it knows the decision. */
    private static Map<String, Object> answers(String field, String decision, String reason) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(field, decision);
        answers.put("reason", reason);
        return answers;
    }

    private static TasklistPage amendment(Page committee) {
        return new TasklistPage(committee, Workplace.application().address()).openStep(String.valueOf(YEAR), "approveAmendment").claim();
    }

    @Test
    void theListIsWalkedByArrowKeys() {
        Page officer = Workplace.desk("officer1");
        open(officer, YEAR, "rows");
        Locator rows = officer.locator(ROWS);
        assertThat(rows).hasCount(24);

        rows.first().locator("a").focus();
        officer.keyboard().press("ArrowDown");
        assertThat(rows.nth(1).locator("a")).isFocused();
        officer.keyboard().press("ArrowRight");
        assertThat(rows.nth(1).locator("td").nth(1)).isFocused();
        officer.keyboard().press("Control+End");
        assertThat(rows.nth(23).locator("td").last()).isFocused();
        officer.context().close();
    }

    private static void open(Page page, int year, String tab) {
        page.navigate(Workplace.application().address() + "/app/plan?year=" + year + "&tab=" + tab);
    }
}
