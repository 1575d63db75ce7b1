package vn.outreach.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.refusal.Refusal;
import vn.outreach.testing.OutreachTest;
import vn.outreach.web.Origin;

/** Wrong passwords slow down whoever sends them, and nobody else. */
class LoginThrottleTest extends OutreachTest {

    private static final String HERE = "10.1.1.1";
    private static final String ELSEWHERE = "10.9.9.9";

    @Autowired
    private LoginThrottle throttle;

    @AfterEach
    void forget() {
        jdbc.sql("delete from login_failure").update();
    }

    @Test
    void theFirstWrongPasswordsAreFree_thenEachDoublesTheWait() {
        for (int i = 1; i <= 4; i++) {
            assertThat(throttle.failed("officer1", HERE)).as("wrong password %d", i).isZero();
        }
        assertThat(throttle.failed("officer1", HERE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.failed("officer1", HERE)).isEqualTo(Duration.ofSeconds(4));
        assertThat(throttle.failed("officer1", HERE)).isEqualTo(Duration.ofSeconds(8));
        for (int i = 0; i < 20; i++) {
            throttle.failed("officer1", HERE);
        }
        assertThat(throttle.failed("officer1", HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whileSlowedNotEvenTheRightPasswordCounts_andAfterwardsItDoes() {
        guess("officer1", HERE, 6);
        Throwable refused = catchThrowable(() -> login("officer1", "officer1", HERE));
        assertThat(Refusal.in(refused).code()).isEqualTo("login-slowed");
        assertThat(Refusal.in(refused).getMessage()).contains("giây");

        later(Duration.ofSeconds(5));
        assertThat(login("officer1", "officer1", HERE)).isTrue();
        assertThat(throttle.failed("officer1", HERE)).as("the slate is clean").isZero();
    }

    @Test
    void nobodyLocksAnAccountFromElsewhere() {
        guess("officer1", ELSEWHERE, 30);
        assertThat(login("officer1", "officer1", HERE)).isTrue();
        assertThat(jdbc.sql("select ATTEMPTS_ from ACT_ID_USER where ID_ = 'officer1'").query(Integer.class).optional().orElse(0))
                .as("the engine's own lock of the account is not used")
                .isIn(0, (Object) null);
    }

    @Test
    void whoTriesManyAccountsFromOnePlaceWaitsForEach() {
        for (int i = 0; i < 70; i++) {
            String account = "nobody" + i;
            catchThrowable(() -> login(account, "x", ELSEWHERE));
        }
        Throwable refused = catchThrowable(() -> login("officer2", "officer2", ELSEWHERE));
        assertThat(Refusal.in(refused)).isNotNull();
        assertThatCode(() -> login("officer2", "officer2", HERE)).doesNotThrowAnyException();
        later(Duration.ofSeconds(31));
        assertThat(login("officer2", "officer2", ELSEWHERE)).isTrue();
    }

    @Test
    void anHourLaterCountingBeginsAnew() {
        guess("officer1", HERE, 6);
        later(Duration.ofHours(1));
        assertThat(throttle.failed("officer1", HERE)).isZero();
    }

    @Test
    void namesThatNoUserCanHaveAreRefusedWithoutAQuestionToTheDatabase() {
        assertThat(login("office\u0000r1", "officer1", HERE)).isFalse();
        assertThat(login("\ud800", "officer1", HERE)).isFalse();
        assertThat(login("x".repeat(5000), "officer1", HERE)).isFalse();
        assertThat(login("officer1", "x".repeat(100_000), HERE)).isFalse();
    }

    private void guess(String account, String source, int times) {
        for (int i = 0; i < times; i++) {
            catchThrowable(() -> login(account, "wrong", source));
            later(Duration.ofMillis(1));
        }
    }

    private boolean login(String account, String password, String source) {
        try (Origin from = Origin.of(source)) {
            return identities.checkPassword(account, password);
        }
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
    }
}
