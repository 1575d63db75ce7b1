package vn.outreach.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** One login for everything: the session of the webapps opens the house's API too, with the token against forgery. */
class SessionTest extends OutreachTest {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    private String cookie;
    private String token;

    @AfterEach
    void forget() {
        jdbc.sql("delete from login_failure").update();
    }

    @Test
    void theSessionOpensTheHousesApi() {
        login("officer1");
        assertThat(get("/api/v1/holidays?year=2026").status()).isEqualTo(200);
        assertThat(get(TASKS).status()).isEqualTo(200);
        assertThat(get("/engine-rest/task/count").status()).as("machines log in with each request").isEqualTo(401);
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfTheSession() {
        login("officer1");
        String taxCode = newTaxCode();
        String body = json(Map.of("taxCode", taxCode, "name", "TNHH Phiên", "zone", "Phú Mỹ I", "sector", "thép",
                "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1"));
        assertThat(post("/api/v1/enterprises", body, "X-None: x").status()).isEqualTo(403);
        assertThat(post("/api/v1/enterprises", body, "X-XSRF-TOKEN: " + "0".repeat(32)).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from enterprise where tax_code = ?").param(taxCode).query(Long.class).single()).isZero();
        assertThat(post("/api/v1/enterprises", body, "X-XSRF-TOKEN: " + token).status()).isEqualTo(201);
    }

    @Test
    void loggingOutEndsTheSessionEverywhere() {
        login("officer1");
        assertThat(post("/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN: " + token).status()).isEqualTo(200);
        assertThat(get("/api/v1/holidays?year=2026").status()).isEqualTo(401);
        assertThat(get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void aUserWhoIsGoneIsLoggedOut_andAGroupThatWasTakenAwayIsGoneAtOnce() {
        var user = identities.newUser("sessionguest");
        user.setPassword("Mat-khau-2026!");
        identities.saveUser(user);
        identities.createMembership("sessionguest", "outreachOfficers");
        login("sessionguest", "Mat-khau-2026!");
        assertThat(get(TASKS).status()).isEqualTo(200);
        identities.deleteMembership("sessionguest", "outreachOfficers");
        assertThat(get(TASKS).status()).isEqualTo(403);
        assertThat(get("/api/v1/holidays?year=2026").status()).isEqualTo(403);
        identities.deleteUser("sessionguest");
        assertThat(get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void theSessionHasANewNumberAfterTheLogin() {
        RawHttp.Answer page = RawHttp.send(port, "127.0.0.1", "GET", "/camunda/app/tasklist/default/");
        String before = cookies(page);
        cookie = before;
        token = value(page, "XSRF-TOKEN");
        RawHttp.Answer answer = form("officer1", "officer1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(value(answer, "JSESSIONID")).isNotBlank();
        assertThat(before).doesNotContain(value(answer, "JSESSIONID"));
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", TASKS, "Cookie: " + before).status()).isEqualTo(401);
    }

    @Test
    void theLoginFormIsSlowedToo_andOnlyWhereTheGuessesComeFrom() {
        for (int i = 0; i < 6; i++) {
            open();
            form("mobilecell", "wrong" + i);
        }
        open();
        RawHttp.Answer slowed = form("mobilecell", "mobilecell");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.text()).contains("giây");
        String basic = "Authorization: Basic bW9iaWxlY2VsbDptb2JpbGVjZWxs";
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(429);
        assertThat(RawHttp.send(port, "127.0.0.77", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(200);

        String admin = "Authorization: Basic YWRtaW46TWF0LWtoYXUtdGh1LTIwMjY=";
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/logins/locks", admin).text())
                .contains("\"account\":\"mobilecell\"", "\"source\":\"127.0.0.1\"");
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/logins/locks", "Authorization: Basic b2ZmaWNlcjE6b2ZmaWNlcjE=").status())
                .isEqualTo(403);
        assertThat(RawHttp.send(port, "127.0.0.1", "DELETE", "/api/v1/logins/locks/mobilecell", admin).status()).isEqualTo(204);
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/task/count", basic).status()).isEqualTo(200);
    }

    @Test
    void noPasswordIsTakenFromTheAddress() {
        open();
        RawHttp.Answer answer = RawHttp.send(port, "127.0.0.1", "POST", LOGIN + "?username=officer1&password=officer1",
                "Cookie: " + cookie, "X-XSRF-TOKEN: " + token, "Content-Length: 0");
        assertThat(answer.status()).isIn(400, 401, 403);
    }

    // --- as a browser ------------------------------------------------------------------------------------------------

    private void login(String user) {
        login(user, user);
    }

    private void login(String user, String password) {
        open();
        RawHttp.Answer answer = form(user, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        cookie = "JSESSIONID=" + value(answer, "JSESSIONID");
        RawHttp.Answer page = RawHttp.send(port, "127.0.0.1", "GET", "/camunda/app/tasklist/default/", "Cookie: " + cookie);
        token = value(page, "XSRF-TOKEN");
    }

    private void open() {
        RawHttp.Answer page = RawHttp.send(port, "127.0.0.1", "GET", "/camunda/app/tasklist/default/");
        cookie = cookies(page);
        token = value(page, "XSRF-TOKEN");
    }

    private RawHttp.Answer form(String user, String password) {
        String body = "username=" + user + "&password=" + password;
        return send("POST", LOGIN, body, "Content-Type: application/x-www-form-urlencoded", "X-XSRF-TOKEN: " + token);
    }

    private RawHttp.Answer get(String path) {
        return RawHttp.send(port, "127.0.0.1", "GET", path, "Cookie: " + cookie, "Accept: application/json");
    }

    private RawHttp.Answer post(String path, String body, String header) {
        return send("POST", path, body, "Content-Type: application/json", header);
    }

    private RawHttp.Answer send(String verb, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of("Cookie: " + cookie)).toArray(String[]::new);
        return RawHttp.sendBody(port, verb, path, body, all);
    }

    private static String cookies(RawHttp.Answer answer) {
        return "JSESSIONID=" + value(answer, "JSESSIONID");
    }

    private static String value(RawHttp.Answer answer, String cookie) {
        Matcher found = Pattern.compile("(?i)set-cookie: " + cookie + "=([^;\\r]+)").matcher(answer.text());
        return found.find() ? found.group(1) : "";
    }

    private static String json(Map<String, ?> values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
