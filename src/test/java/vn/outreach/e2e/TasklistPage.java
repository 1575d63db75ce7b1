package vn.outreach.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tasklist as a person uses it: log in, look through the filters, take a task, fill its form, complete it. */
final class TasklistPage {

    private static final String API = "/camunda/api/engine/engine/default";

    private final Page page;
    private final String address;
    private String taskId;
    private FormPage form;

    TasklistPage(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    TasklistPage login(String user) {
        return login(user, user);
    }

    TasklistPage login(String user, String password) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        signIn(page, user, password);
        inside(page, ".task-filters .task-filter");
        return this;
    }

    /** Waits for what only a person who is logged in sees; shows what was there instead. */
    static void inside(Page page, String selector) {
        try {
            page.locator(selector).first().waitFor();
        } catch (com.microsoft.playwright.TimeoutError notIn) {
            Chromium.picture(page, "not-logged-in");
            throw new AssertionError("Not logged in: " + page.locator("body").innerText(), notIn);
        }
    }

    /** The login form that all webapps share. */
    static void signIn(Page page, String user, String password) {
        Locator name = page.locator("form[name=signinForm] input[type=text]");
        Locator secret = page.locator("form[name=signinForm] input[type=password]");
        // The form takes the focus to its first field when it is ready, or never on a slow machine: what was typed meanwhile
        // stands in the wrong field, and a person would see it and type again.
        do {
            name.fill(user);
            secret.fill(password);
        } while (!name.inputValue().equals(user) || !secret.inputValue().equals(password));
        page.locator("form[name=signinForm] button[type=submit]").click();
    }

    void logout() {
        page.locator(".account .dropdown-toggle, li.account > a, .navbar-nav .dropdown-toggle:has(.glyphicon-user)")
                .first()
                .click();
        page.locator("li.logout a").click();
        page.locator("form[name=signinForm]").waitFor();
    }

    // --- filters and tasks ---------------------------------------------------------------------------------------------

    List<String> filters() {
        return page.locator(".task-filters .task-filter h4 a").allInnerTexts().stream()
                .map(name -> name.replaceAll("\\s*\\(?\\d*\\)?\\s*$", "").strip())
                .toList();
    }

    TasklistPage filter(String name) {
        Locator filter = page.locator(".task-filters .task-filter")
                .filter(new Locator.FilterOptions().setHasText(name));
        filter.locator("h4 a").click();
        assertThat(filter).hasClass(java.util.regex.Pattern.compile(".*\\bactive\\b.*"));
        return this;
    }

    /** Clicks the task of this enterprise in the open filter's list. */
    TasklistPage open(String enterprise, String taskName) {
        Locator task = page.locator("ol.tasks-list > li")
                .filter(new Locator.FilterOptions().setHasText(enterprise))
                .filter(new Locator.FilterOptions().setHasText(taskName))
                .first();
        task.locator("h4 a").click();
        heading(taskName);
        taskId = page.url().replaceAll(".*[?&]task=([^&]+).*", "$1");
        return this;
    }

    /** Opens a task by its address, as the link in a mail does. */
    TasklistPage openById(String id) {
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + id);
        return opened(id);
    }

    /** Waits for a task that a link led to. */
    TasklistPage opened(String id) {
        taskId = id;
        heading(get("/task/" + id).get("name").asText());
        return this;
    }

    /** Opens the one open task of a case's step, whichever filter shows it. */
    TasklistPage openStep(String businessKey, String step) {
        JsonNode tasks = get("/task?maxResults=50&processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey=userTask_" + step);
        if (tasks.size() != 1) {
            throw new AssertionError(tasks.size() + " open tasks " + step + " of " + businessKey);
        }
        return openById(tasks.get(0).get("id").asText());
    }

    /** In English the heading has another name than the model. */
    private void heading(String taskName) {
        boolean english = page.evaluate("() => document.documentElement.lang").equals("en");
        page.locator(".task-details h2, .task-card h2, .column-right h2")
                .filter(english ? new Locator.FilterOptions() : new Locator.FilterOptions().setHasText(taskName))
                .first()
                .waitFor();
        page.locator(".form-pane .fjs-container .fjs-form-field").first().waitFor();
    }

    /** Takes the task if nobody has it. */
    TasklistPage claim() {
        // The panel offers "Claim" before it knows who has the task: what the engine says counts.
        if (get("/task/" + taskId).get("assignee").isNull()) {
            Response claimed = page.waitForResponse(
                    answer -> answer.request().method().equals("POST") && answer.url().endsWith("/task/" + taskId + "/claim"),
                    () -> page.locator("button.claim").first().click());
            if (claimed.status() != 204) {
                throw new AssertionError("not claimed: " + claimed.status() + " " + claimed.text());
            }
            // Opened by a link, the task now comes into the list "Việc của tôi", and Tasklist closes it: click it again.
            Locator taken = page.locator("button.unclaim");
            taken.or(page.getByText("Chọn một việc trong danh sách.")).locator("visible=true").first().waitFor();
            if (!taken.first().isVisible()) {
                openById(taskId);
                taken.first().waitFor();
            }
        }
        return this;
    }

    FormPage form() {
        String id = get("/task/" + taskId).get("camundaFormRef").get("key").asText();
        form = new FormPage(id, page.locator(".form-pane .fjs-container"));
        return form;
    }

    /** Fills the open task's form and completes it. */
    void complete(Map<String, ?> values) {
        claim();
        form().fill(values);
        complete();
    }

    /** Presses "Complete" and waits until the engine has taken the answer. */
    void complete() {
        Response response = submit();
        if (response.status() != 204 && response.status() != 200) {
            throw new AssertionError("refused: " + response.status() + " " + response.text());
        }
        page.waitForURL(url -> !url.contains("task=" + taskId));
    }

    /** Presses "Complete" where a refusal is expected; returns the sentence that the person sees. */
    String completeRefused() {
        submit();
        Locator message = page.locator(".notifications .alert .message, .notifications .alert").first();
        message.waitFor();
        return message.innerText();
    }

    private Response submit() {
        Locator button = page.locator(".form-pane button[type=submit], .form-pane button.btn-primary").last();
        assertThat(button).isEnabled();
        Response response = page.waitForResponse(
                answer -> answer.request().method().equals("POST") && answer.url().contains("/task/" + taskId + "/submit-form"),
                button::click);
        if (form != null) {
            form.wasSentIn(response.request());
        }
        return response;
    }

    // --- starting ------------------------------------------------------------------------------------------------------

    /** The processes that "Start process" offers. */
    List<String> startable() {
        openStartDialog();
        return page.locator(".modal-body ul.processes li a").allInnerTexts().stream().map(String::strip).toList();
    }

    private void openStartDialog() {
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-body ul.processes li a").first().waitFor();
    }

    /** Starts a process by its start form, as the dialog offers it. */
    void start(String processKey, Map<String, ?> values) {
        Response response = submitStart(processKey, values);
        if (response.status() != 200) {
            throw new AssertionError("refused: " + response.status() + " " + response.text());
        }
        page.locator(".modal-dialog").waitFor(hidden());
    }

    /** Starts a process where a refusal is expected; returns the sentence that the person sees. */
    String startRefused(String processKey, Map<String, ?> values) {
        submitStart(processKey, values);
        Locator message = page.locator(".modal-body .notifications .alert").first();
        message.waitFor();
        String sentence = message.innerText();
        page.locator(".modal-footer button.btn-link").last().click();
        page.locator(".modal-dialog").waitFor(hidden());
        return sentence;
    }

    private Response submitStart(String processKey, Map<String, ?> values) {
        openStartDialog();
        JsonNode definition = get("/process-definition/key/" + processKey);
        page.locator(".modal-body ul.processes li a")
                .filter(new Locator.FilterOptions().setHasText(definition.get("name").asText()))
                .first()
                .click();
        FormPage startForm = new FormPage(processKey, page.locator(".modal-body .fjs-container"));
        startForm.fill(values);
        Locator button = page.locator(".modal-footer button.btn-primary").last();
        assertThat(button).isEnabled();
        Response response = page.waitForResponse(
                answer -> answer.request().method().equals("POST") && answer.url().contains("/submit-form"), button::click);
        startForm.wasSentIn(response.request());
        return response;
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    /** What the page itself could ask, in this person's session. */
    JsonNode get(String path) {
        APIResponse response = page.request().get(address + API + path);
        try {
            return Rest.JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new AssertionError(path + " " + response.status(), notJson);
        }
    }
}
