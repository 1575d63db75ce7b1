package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Date;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;

/**
 * A password that is sent with each request is looked at closely once a minute, and whatever ends it ends it at once: each test
 * proves a password first. What another node does is written past this one, into the database alone.
 */
@Tag("both-databases")
class BasicLoginTest extends OutreachTest {

    private static final String USER = "basicguest";
    private static final String PASSWORD = "Mat-khau-2026!";
    private static final String NEW_PASSWORD = "Mat-khau-2027!";
    private static final String ME = "/api/v1/holidays?year=2026";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @BeforeEach
    void proven() {
        User user = identities.newUser(USER);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(USER, "outreachOfficers");
        assertThat(status(PASSWORD)).isEqualTo(200);
    }

    @AfterEach
    void forget() {
        identities.deleteUser(USER);
        jdbc.sql("delete from login_failure").update();
    }

    @Test
    void aProvenPassword_costsOneStatementBeforeTheWorkBegins() {
        assertThat(loginCost(USER, PASSWORD)).isEqualTo(1);
    }

    @Test
    void aSession_costsOneStatementBeforeTheWorkBegins() {
        WebSession browser = new WebSession(port).login("officer1", "officer1");
        browser.get("/api/v1/nothing");
        assertThat(Jdbc.ofRequests(() -> assertThat(browser.get("/api/v1/nothing").status()).isEqualTo(404)).roundTrips()).isEqualTo(1);
    }

    @Test
    void afterAMinute_aPasswordIsLookedAtAgain() {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 59_999));
        assertThat(loginCost(USER, PASSWORD)).isEqualTo(1);
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 1));
        assertThat(loginCost(USER, PASSWORD)).isGreaterThan(1);
        assertThat(loginCost(USER, PASSWORD)).isEqualTo(1);
    }

    @Test
    void aNewPassword_endsTheOldOneAtOnce() {
        User user = identities.createUserQuery().userId(USER).singleResult();
        user.setPassword(NEW_PASSWORD);
        identities.saveUser(user);
        assertThat(status(PASSWORD)).isEqualTo(401);
        assertThat(status(NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void aNewPasswordOfAnotherNode_endsTheOldOneAtOnce() {
        jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?")
                .params(engine.getPasswordManager().encrypt(NEW_PASSWORD + "salt"), "salt", USER)
                .update();
        assertThat(status(PASSWORD)).isEqualTo(401);
        assertThat(status(NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void aWrongPassword_isNotLetInByTheRightOne() {
        assertThat(status("Mat-khau-sai-1!")).isEqualTo(401);
        assertThat(status(PASSWORD)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from login_failure where account = ?").param(USER).query(Long.class).single())
                .as("the right one wipes the slate, proven or not")
                .isZero();
    }

    @Test
    void aUnitThatAnotherNodeTookAway_isGoneAtOnce() {
        jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ?").param(USER).update();
        assertThat(status(PASSWORD)).isEqualTo(403);
        jdbc.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, 'outreachOfficers')").param(USER).update();
        assertThat(status(PASSWORD)).isEqualTo(200);
    }

    @Test
    void anAccountThatIsGone_isLetInNoMore() {
        identities.deleteUser(USER);
        assertThat(status(PASSWORD)).isEqualTo(401);
    }

    @Test
    void aLockOfAnotherNode_isSeen_andAProvenPasswordDoesNotWait() {
        jdbc.sql("insert into login_failure (account, source, failures, last_at, locked_until) values (?, '127.0.0.1', 9, ?, ?)")
                .params(USER, Timestamp.from(ClockUtil.getCurrentTime().toInstant()), Timestamp.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(60)))
                .update();
        assertThat(status("Mat-khau-sai-1!")).isEqualTo(429);
        assertThat(status(PASSWORD)).as("known to be right here").isEqualTo(200);
    }

    @Test
    void aRightThatIsRevoked_isGoneAtOnce() {
        String tasks = "/engine-rest/process-definition/key/survey";
        assertThat(get(tasks, USER, PASSWORD).status()).isEqualTo(200);
        Authorization revocation = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revocation.setUserId(USER);
        revocation.setResource(Resources.PROCESS_DEFINITION);
        revocation.setResourceId("survey");
        revocation.setPermissions(new ProcessDefinitionPermissions[] {ProcessDefinitionPermissions.READ});
        engine.getAuthorizationService().saveAuthorization(revocation);
        try {
            assertThat(get(tasks, USER, PASSWORD).status()).as("not there for whom it is revoked").isEqualTo(404);
        } finally {
            engine.getAuthorizationService().deleteAuthorization(revocation.getId());
        }
        assertThat(get(tasks, USER, PASSWORD).status()).isEqualTo(200);
    }

    private int loginCost(String user, String password) {
        return Jdbc.ofRequests(() -> assertThat(get("/api/v1/nothing", user, password).status()).isEqualTo(404)).roundTrips();
    }

    private int status(String password) {
        return get(ME, USER, password).status();
    }

    private RawHttp.Answer get(String path, String user, String password) {
        return RawHttp.send(port, "127.0.0.1", "GET", path, "Accept: application/json", "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }
}
