package vn.outreach.security.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.OutreachTest;
import vn.outreach.web.Origin;

/** Wrong passwords slow down whoever sends them, and nobody else. */
@Tag("both-databases")
class LoginThrottleTest extends OutreachTest {

    private static final String HERE = "10.1.1.1";
    private static final String ELSEWHERE = "10.9.9.9";

    @Autowired
    private LoginThrottle throttle;

    @AfterEach
    void forget() {
        jdbc.sql("delete from login_failure").update();
        jdbc.sql("delete from login_known").update();
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
                .isZero();
    }

    /** A whole office may share an address: of it only those wait whom somebody guessed there. */
    @Test
    void whoTriesManyAccountsFromOnePlaceWaitsForEach_andNobodyElseDoes() {
        guessMany();
        assertThat(login("officer2", "officer2", ELSEWHERE)).as("never failed there").isTrue();
        Throwable refused = catchThrowable(() -> login("nobody69", "y", ELSEWHERE));
        assertThat(Refusal.in(refused)).isNotNull();
        assertThat(Refusal.in(refused).code()).isEqualTo("login-slowed");
        assertThat(login("nobody69", "y", HERE)).as("looked at").isFalse();

        catchThrowable(() -> login("officer3", "x", ELSEWHERE));
        assertThat(Refusal.in(catchThrowable(() -> login("officer3", "officer3", ELSEWHERE)))).as("failed there").isNotNull();
        for (int second = 0; second < 31; second++) {
            later(Duration.ofSeconds(1));
            String account = "stranger" + second;
            catchThrowable(() -> login(account, "x", ELSEWHERE));
        }
        assertThat(login("officer3", "officer3", ELSEWHERE)).as("waits for its own failure, not for others'").isTrue();
    }

    @Test
    void whoWasLetInFromThereWithinThirtyDaysDoesNotWaitWithTheSource() {
        assertThat(login("officer2", "officer2", ELSEWHERE)).isTrue();
        later(Duration.ofDays(29));
        guessMany();
        assertThat(login("officer2", "mistyped", ELSEWHERE)).isFalse();
        assertThat(login("officer2", "officer2", ELSEWHERE)).isTrue();

        later(Duration.ofDays(31));
        guessMany();
        assertThat(login("officer2", "mistyped", ELSEWHERE)).isFalse();
        assertThat(Refusal.in(catchThrowable(() -> login("officer2", "mistyped again", ELSEWHERE)))).isNotNull();
    }

    /** Two systems of one account behind one address: the one with the old password locks out only itself. */
    @Test
    void aGoodPasswordThatWasUsedHereBeforePasses_whateverAnotherSends() {
        assertThat(login("integration", "integration", HERE)).isTrue();
        guess("integration", HERE, 12);
        assertThat(login("integration", "integration", HERE)).isTrue();
        guess("integration", HERE, 6);
        assertThat(Refusal.in(catchThrowable(() -> login("integration", "a new guess", HERE)))).isNotNull();
    }

    @Test
    void firstWrongPasswordsAtOnceAreAllRefused_andCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> answer : threads.invokeAll(Collections.<Callable<Boolean>>nCopies(4, () -> login("officer1", "wrong", "10.2.2.2")))) {
                assertThat(answer.get()).isFalse();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from login_failure where source = '10.2.2.2'").query(Integer.class).single()).isEqualTo(2);
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

    private void guessMany() {
        for (int i = 0; i < 70; i++) {
            String account = "nobody" + i;
            catchThrowable(() -> login(account, "x", ELSEWHERE));
        }
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
