package vn.outreach.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Cockpit as the steering board uses it: the list of processes, and one process as a picture with its counts. */
final class CockpitPage {

    private final Page page;
    private final String address;

    CockpitPage(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    CockpitPage login(String user) {
        page.navigate(address + "/camunda/app/cockpit/default/");
        TasklistPage.signIn(page, user, user);
        TasklistPage.inside(page, ".cam-dashboard, .dashboard, .deployed");
        return this;
    }

    /** The names of the deployed processes. */
    List<String> processes() {
        page.navigate(address + "/camunda/app/cockpit/default/#/processes");
        Locator names = page.locator("td.name a");
        names.first().waitFor();
        return texts(names);
    }

    /** The picture of one process, drawn. */
    CockpitPage process(String name) {
        page.locator("td.name").getByText(name, new Locator.GetByTextOptions().setExact(true)).first().click();
        page.locator(".djs-container .djs-shape").first().waitFor();
        return this;
    }

    /** What stands over the columns of the process's cases. */
    List<String> headings() {
        page.locator("td.start-time").first().waitFor();
        return texts(page.locator("thead:has(.start-time-label) th"));
    }

    /** When the process's cases started, as it is written there. */
    List<String> starts() {
        return texts(page.locator("td.start-time"));
    }

    /** The first case of the process, with its variables. */
    CockpitPage firstCase() {
        page.locator("td.instance-id a[href*='#/process-instance/']").first().click();
        page.locator("td.col-value").first().waitFor();
        return this;
    }

    /** What stands over the columns of the variables that is seen. */
    List<String> variableHeadings() {
        return texts(page.locator("[cam-widget-variables-table] thead td:visible"));
    }

    /** Buttons that would change, stop or delete something. */
    Locator repairs() {
        return page.locator(".ctn-main :is(.glyphicon-pause, .glyphicon-remove, .glyphicon-trash, .glyphicon-pencil, .glyphicon-repeat):visible");
    }

    /** The page of open tasks: each group with its number. */
    Locator tasksByGroup() {
        page.navigate(address + "/camunda/app/cockpit/default/#/tasks");
        return page.locator("table:has(th:text('Nhóm')) tbody tr, table:has(td:text('Nhóm')) tbody tr");
    }

    /** The names of the deployed decisions. */
    Locator decisions() {
        page.navigate(address + "/camunda/app/cockpit/default/#/decisions");
        return page.locator("td.name a.ng-binding, .decision-definitions-list td a.ng-binding");
    }

    private static List<String> texts(Locator all) {
        return all.allInnerTexts().stream().map(String::strip).toList();
    }
}
