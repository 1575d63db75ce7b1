package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * One packaged application with the demo round and one Chromium for all browser tests of the workplace: both start with
 * the first test that needs them and end with the JVM. Tests share it, so each makes the enterprise it works on.
 */
final class Workplace {


    private static final String PASSWORD = "Can-bo-2026!";
    private static final AtomicInteger OFFICERS = new AtomicInteger();

    private static RunningApplication application;
    private static Chromium chromium;
    private static Thread thread;

    private Workplace() {}

    /** A run that goes on past midnight asks again. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** The application; its process ends by {@link RunningApplication}'s own hook. */
    static synchronized RunningApplication application() {
        if (application == null) {
            application = new RunningApplication(home()).with("outreach.letter-worker.interval", "PT1S")
                    .with("outreach.notification.interval", "PT1S").with("outreach.notification.collect", "PT1S").start();
        }
        return application;
    }

    /**
     * Chromium, which ends with Playwright's driver.
     *
     * @throws IllegalStateException in another thread than the one it was started in
     */
    static synchronized Chromium chromium() {
        if (chromium == null) {
            chromium = new Chromium();
            thread = Thread.currentThread();
        } else if (thread != Thread.currentThread()) {
            throw new IllegalStateException("Playwright belongs to one thread: the class of this test needs @BrowserTest");
        }
        return chromium;
    }

    /** A window on a desk, with this user of the demo logged in at {@code /app}. */
    static Page desk(String user) {
        return login(chromium().window(), user);
    }

    /** The same on a phone of 390 x 844 points with a touch screen. */
    static Page phone(String user) {
        return login(chromium().phone(), user);
    }

    /**
     * A new officer, for a test that counts what somebody has or was told: what other tests leave for the people of the demo
     * comes when it comes.
     *
     * @return the user id
     */
    static String officer(String firstName, String lastName) {
        String id = "officerof" + OFFICERS.incrementAndGet();
        Rest admin = application().as("admin");
        admin.post("/engine-rest/user/create", Map.of(
                "profile", Map.of("id", id, "firstName", firstName, "lastName", lastName, "email", id + "@example.vn"),
                "credentials", Map.of("password", PASSWORD))).ok();
        admin.put("/engine-rest/group/outreachOfficers/members/" + id, Map.of()).ok();
        return id;
    }

    /** A user of the demo, or one of {@link #officer}. */
    static Rest as(String user) {
        return application().asNobody().as(user, password(user));
    }

    /** The password of a user of the demo, or of one of {@link #officer}. */
    static String password(String user) {
        return user.startsWith("officerof") ? PASSWORD : user;
    }

    /**
     * Does what sends a request, and waits for its answer: what the page shows then may have stood there before.
     *
     * @param path how the request's path ends
     * @return the answer's JSON
     */
    static JsonNode sends(Page page, String method, String path, Runnable act) {
        Response answer = page.waitForResponse(
                given -> given.request().method().equals(method) && URI.create(given.url()).getPath().endsWith(path), act);
        if (!answer.ok()) {
            throw new AssertionError("refused: " + answer.status() + " " + answer.text());
        }
        try {
            return Rest.JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Logs in at the page of the product; Tasklist and Cockpit share the session. */
    static Page login(Page page, String user) {
        page.navigate(application().address() + "/app");
        page.locator("form.ou-login input[name=user]").fill(user);
        page.locator("form.ou-login input[name=password]").fill(password(user));
        page.locator("form.ou-login button").click();
        page.locator("#header nav").waitFor();
        return page;
    }

    /** A new enterprise of officer1's. */
    static String register(String name) {
        return register(name, "officer1");
    }

    private static String register(String name, String member) {
        String taxCode = TaxCodes.next();
        as(member).post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", name, "zone", "Phú Mỹ I",
                        "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", member))
                .ok();
        return taxCode;
    }

    /** A new enterprise whose case runs and whose survey is agreed for today: officer1 is to conduct it. */
    static String surveyAgreed(String name) {
        return surveyAgreed(name, "officer1");
    }

    /** The same with another member. */
    static String surveyAgreed(String name, String member) {
        String taxCode = register(name, member);
        Rest officer = as(member);
        officer.startCase(taxCode).ok();
        String schedule = officer.tasks(taxCode).get(0).get("id").asText();
        officer.complete(schedule, Map.of("surveyDate", today().toString(), "surveyMethod", "VISIT")).ok();
        Awaitility.await("the letter").until(() -> !officer.tasks(taxCode).isEmpty());
        return taxCode;
    }

    /** A new enterprise that was surveyed: the talk with its owner is to be prepared by officer1, papers by propaganda. */
    static String surveyed(String name) {
        return surveyed(name, 2);
    }

    private static String surveyed(String name, int willingFullMembers) {
        String taxCode = surveyAgreed(name);
        complete("officer1", taxCode, "conductSurvey", figures());
        complete("organisation", taxCode, "verifyPostings",
                Map.of("fullMembersVerified", 5, "willingFullMembers", willingFullMembers));
        return taxCode;
    }

    /** A new enterprise with a union, whose founding of a cell is before the committee. */
    static String cellRequested(String name) {
        String taxCode = surveyed(name, 5);
        String day = today().toString();
        complete("propaganda", taxCode, "chooseMaterials", Map.of("materials", "LAW_DIGEST"));
        complete("officer1", taxCode, "prepareMeeting", Map.of("meetingDate", day));
        complete("officer1", taxCode, "meetOwner", Map.of("persuasionOutcome", "AGREED", "metOn", day));
        complete("zoneunion", taxCode, "formFoundingBoard", Map.of("foundingBoardFormed", true));
        complete("zoneunion", taxCode, "collectApplications", Map.of("signedApplications", 8, "legalPerson", true));
        complete("zoneunion2", taxCode, "confirmApplications", Map.of("confirmed", true));
        complete("zoneunion", taxCode, "holdCongress",
                Map.of("congressDate", day, "congressForm", "FULL", "congressValid", true, "committeeSize", 3));
        complete("zoneunion", taxCode, "submitUnionFile", Map.of("submittedOn", day, "firstMeetingOn", day));
        complete("zoneunion", taxCode, "recordUnionDecision",
                Map.of("unionDecision", "RECOGNISED", "decisionNumber", "7/QĐ-CĐ", "decisionDate", day));
        complete("organisation", taxCode, "collectTransferWishes", Map.of("willingFullMembers", 5));
        complete("organisation", taxCode, "transferPostings", Map.of("transferredMembers", 5));
        complete("officer1", taxCode, "prepareFoundingFile", Map.of("fileComplete", true));
        complete("organisation", taxCode, "appraiseFoundingFile", Map.of("appraisal", "PASS"));
        return taxCode;
    }

    /** A completed survey's figures, as they are sent over REST. */
    static Map<String, Object> figures() {
        return Map.of("surveyResult", "COMPLETED", "conductedOn", today().toString(), "accessibility", "EASY", "workerCount", 600,
                "unionMembers", 20, "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5, "probationaryMembers", 1,
                "ownerAttitude", "SUPPORTIVE");
    }

    /** The same as a person fills it into the form, from above downwards. */
    static Map<String, Object> sheet() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("surveyResult", "COMPLETED");
        sheet.put("conductedOn", today());
        sheet.put("ownership", "DOMESTIC");
        sheet.put("workerCount", 600);
        sheet.put("unionMembers", 20);
        sheet.put("youthUnionMembers", 10);
        sheet.put("youthBranches", 1);
        sheet.put("fullMembers", 5);
        sheet.put("probationaryMembers", 1);
        sheet.put("accessibility", "EASY");
        sheet.put("ownerAttitude", "SUPPORTIVE");
        return sheet;
    }

    /** Completes the one open task of a step over REST. */
    static void complete(String user, String taxCode, String step, Map<String, ?> fields) {
        application().as(user).complete(task(user, taxCode, step), fields).ok();
    }

    /** The id of the one open task of a step that this user sees. */
    static String task(String user, String taxCode, String step) {
        JsonNode open = application().as(user).get("/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + taxCode
                + "&taskDefinitionKey=userTask_" + step).ok().json();
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " open tasks " + step + " of " + taxCode);
        }
        return open.get(0).get("id").asText();
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "workplace")), "run").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
