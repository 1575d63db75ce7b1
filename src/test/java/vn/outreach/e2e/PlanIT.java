package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The page of a year's plan: what was promised and reached, with the enterprises behind each number. */
@BrowserTest
class PlanIT {

    private static final int YEAR = Workplace.TODAY.getYear();

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
    void theListIsWalkedByArrowKeys() {
        Page officer = Workplace.desk("officer1");
        open(officer, YEAR, "rows");
        Locator rows = officer.locator(".ou-plan-rows tbody tr");
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
