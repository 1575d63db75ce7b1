package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** One login for everything: the session of the webapps opens the product's API too, with the token against forgery. */
class SessionTest extends OutreachTest {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    private static final String JSON = "Content-Type: application/json";

    private WebSession browser;

    @AfterEach
    void forget() {
        jdbc.sql("delete from login_failure").update();
    }

    @Test
    void theSessionOpensTheProductsApi() {
        login("officer1");
        assertThat(browser.get("/api/v1/holidays?year=2026").status()).isEqualTo(200);
        assertThat(browser.get(TASKS).status()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/task/count").status()).as("machines log in with each request").isEqualTo(401);
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfTheSession() {
        login("officer1");
        String taxCode = newTaxCode();
        String body = json(Map.of("taxCode", taxCode, "name", "TNHH Phiên", "zone", "Phú Mỹ I", "sector", "thép",
                "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1"));
        assertThat(browser.post("/api/v1/enterprises", body, JSON).status()).isEqualTo(403);
        assertThat(browser.post("/api/v1/enterprises", body, JSON, "X-XSRF-TOKEN: " + "0".repeat(32)).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from enterprise where tax_code = ?").param(taxCode).query(Long.class).single()).isZero();
        assertThat(browser.post("/api/v1/enterprises", body, JSON, browser.tokenHeader()).status()).isEqualTo(201);
    }

    @Test
    void loggingOutEndsTheSessionEverywhere() {
        login("officer1");
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "", browser.tokenHeader()).status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/holidays?year=2026").status()).isEqualTo(401);
        assertThat(browser.get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void aUserWhoIsGoneIsLoggedOut_andAGroupThatWasTakenAwayIsGoneAtOnce() {
        var user = identities.newUser("sessionuser");
        user.setPassword("Mat-khau-2026!");
        identities.saveUser(user);
        identities.createMembership("sessionuser", "outreachOfficers");
        login("sessionuser", "Mat-khau-2026!");
        assertThat(browser.get(TASKS).status()).isEqualTo(200);
        identities.deleteMembership("sessionuser", "outreachOfficers");
        assertThat(browser.get(TASKS).status()).isEqualTo(403);
        assertThat(browser.get("/api/v1/holidays?year=2026").status()).isEqualTo(403);
        identities.deleteUser("sessionuser");
        assertThat(browser.get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsOfTheAccount_andOnlyThose() {
        person("sessionuser", "Mat-khau-2026!");
        login("sessionuser", "Mat-khau-2026!");
        WebSession other = new WebSession(port).login("sessionuser", "Mat-khau-2026!");
        WebSession officer = new WebSession(port).login("officer1", "officer1");
        RawHttp.Answer changed = browser.send("PUT", "/camunda/api/engine/engine/default/user/sessionuser/credentials",
                json(Map.of("password", "Mat-khau-2027!", "authenticatedUserPassword", "Mat-khau-2026!")), JSON, browser.tokenHeader());
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).as("where it was changed").isEqualTo(200);
        assertThat(other.get("/camunda/api/admin/auth/user/default").text()).doesNotContain("sessionuser");
        assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(officer.get("/api/v1/me").status()).as("somebody else's").isEqualTo(200);

        var user = identities.createUserQuery().userId("sessionuser").singleResult();
        user.setPassword("Mat-khau-2028!");
        identities.saveUser(user);
        assertThat(browser.get("/api/v1/me").status()).as("changed by an administrator").isEqualTo(401);
        identities.deleteUser("sessionuser");
    }

    @Test
    void aSessionEndsAfterHalfADay_whateverIsDoneInIt() {
        login("officer1");
        later(Duration.ofHours(11));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        later(Duration.ofMinutes(61));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
    }

    private void person(String id, String password) {
        var user = identities.newUser(id);
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(id, "outreachOfficers");
    }

    @Test
    void theSessionHasANewNumberAfterTheLogin() {
        browser = new WebSession(port).open();
        String before = browser.number();
        RawHttp.Answer answer = browser.form("officer1", "officer1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(WebSession.value(answer, "JSESSIONID")).isNotBlank().isNotEqualTo(before);
        assertThat(browser.get(TASKS).status()).as("with the number from before the login").isEqualTo(401);
    }

    @Test
    void theLoginFormIsSlowedToo_andOnlyWhereTheGuessesComeFrom() {
        // Somebody who never logged in here: a password that was right before passes whatever others send.
        person("slowed", "Mat-khau-2026!");
        for (int i = 0; i < 6; i++) {
            new WebSession(port).open().form("slowed", "wrong" + i);
        }
        RawHttp.Answer slowed = new WebSession(port).open().form("slowed", "Mat-khau-2026!");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.text()).contains("giây");
        String basic = "Authorization: Basic c2xvd2VkOk1hdC1raGF1LTIwMjYh";
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(429);
        assertThat(RawHttp.send(port, "127.0.0.77", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(200);

        String admin = "Authorization: Basic YWRtaW46TWF0LWtoYXUtdGh1LTIwMjY=";
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/logins/locks", admin).text())
                .contains("\"account\":\"slowed\"", "\"source\":\"127.0.0.1\"");
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/logins/locks", "Authorization: Basic b2ZmaWNlcjE6b2ZmaWNlcjE=").status())
                .isEqualTo(403);
        assertThat(RawHttp.send(port, "127.0.0.1", "DELETE", "/api/v1/logins/locks/slowed", admin).status()).isEqualTo(204);
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(200);
        identities.deleteUser("slowed");
    }

    @Test
    void noPasswordIsTakenFromTheAddress() {
        browser = new WebSession(port).open();
        RawHttp.Answer answer =
                browser.post(LOGIN + "?username=officer1&password=officer1", "", browser.tokenHeader());
        assertThat(answer.status()).isIn(400, 401, 403);
    }

    private void login(String user, String password) {
        browser = new WebSession(port).login(user, password);
    }

    private void login(String user) {
        login(user, user);
    }

    private static String json(Map<String, ?> values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
