package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import vn.outreach.testing.OutreachTest;

/** The webapps' two cookies, who gets a session, and how long it lives. */
class SessionCookieTest extends OutreachTest {

    private Wire wire;

    @Autowired
    private ServletWebServerApplicationContext application;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    @Test
    void theSessionsCookieIsForNoScript_andBothComeFromNoOtherSite() {
        Wire.Reply page = wire.get("/camunda/app/tasklist/default/");
        assertThat(page.cookies()).hasSize(2);
        assertThat(page.cookies()).filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement().asString().contains("Path=/;").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(page.cookies()).filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .singleElement().asString().contains("Path=/camunda").contains("SameSite=Lax").doesNotContain("HttpOnly");
    }

    @Test
    void theSessionHasANewIdAfterTheLogin_andTheOldOneIsWorthNothing() {
        Wire.Session before = wire.visit();
        Wire.Reply login = wire.post("/camunda/api/admin/auth/user/default/login/tasklist",
                "username=officer1&password=officer1",
                Wire.concat(before.headers(), "Content-Type: application/x-www-form-urlencoded"));
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before.id());
        assertThat(tasks("Cookie: JSESSIONID=" + login.cookie("JSESSIONID")).status()).isEqualTo(200);
        assertThat(tasks(before.headers()).status()).isEqualTo(401);
        assertThat(login.cookies()).filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void anIdThatAVisitorChoseIsNotTaken() {
        Wire.Reply page = wire.get("/camunda/app/tasklist/default/", "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF");
        assertThat(page.cookie("JSESSIONID")).isNotNull().isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        Wire.Reply inTheAddress = wire.get("/camunda/app/tasklist/default/;jsessionid=0123456789ABCDEF0123456789ABCDEF");
        assertThat(inTheAddress.body()).doesNotContain("0123456789ABCDEF");
    }

    private Wire.Reply tasks(String... headers) {
        return wire.get("/camunda/api/engine/engine/default/task/count", headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest/task/count", "/api/v1/enterprises", "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
        "/camunda/app/tasklist/camunda-tasklist-bootstrap.css", "/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
        "/camunda/lib/deps.js", "/camunda/favicon.ico", "/"
    })
    void apisAndFilesMakeNoSession(String path) {
        int before = sessions().length;
        for (Wire.Reply answer : new Wire.Reply[] {wire.get(path), wire.get(path, Wire.as("officer1"))}) {
            assertThat(answer.status()).isIn(200, 302, 401);
            assertThat(answer.cookies()).isEmpty();
        }
        assertThat(sessions()).hasSize(before);
    }

    @Test
    void whoHasLoggedInMayRestOverNoon_aVisitorIsForgottenSoon() {
        Wire.Session visitor = wire.visit();
        assertThat(life(visitor.id())).isEqualTo(Duration.ofMinutes(15));
        Wire.Session officer = wire.login("officer1");
        assertThat(life(officer.id())).isEqualTo(Duration.ofHours(2));
        wire.post("/camunda/api/admin/auth/user/default/logout", "", officer.headers());
        assertThat(life(officer.id())).isEqualTo(Duration.ofMinutes(15));
        assertThat(tasks(officer.headers()).status()).isEqualTo(401);
    }

    private Duration life(String id) {
        return Arrays.stream(sessions())
                .filter(session -> session.getIdInternal().equals(id))
                .map(session -> Duration.ofSeconds(session.getMaxInactiveInterval()))
                .findFirst()
                .orElseThrow();
    }

    private Session[] sessions() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        return ((Context) server.getTomcat().getHost().findChildren()[0]).getManager().findSessions();
    }
}
