package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.outreach.base.delivery.Channel;
import vn.outreach.work.notification.Notification.State;

/**
 * Notices while the mail server comes and goes, two nodes send at once and now and then one of them stops between the
 * server's word and its own: each is in exactly one state, none is lost, and what arrived twice says so.
 */
@Tag("both-databases")
class FlappingMailTest {

    private static final Logger LOG = LoggerFactory.getLogger(FlappingMailTest.class);
    private static final long SEED = Long.getLong("outreach.flapping.seed", 20_261_201);
    private static final int NODES = 2;
    /** One of so many sends ends with the node. */
    private static final int STOPS = 10;
    private static final int WAVES = 6;
    private static final int PASSES_OF_A_WAVE = 4;
    private static final Set<State> LAST = Set.of(State.SENT, State.ADDRESS_REFUSED);

    private final OutboxOnTest outbox = new OutboxOnTest();
    private int stopped;

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aFewHundred() throws Exception {
        flap(240, 30);
    }

    @Test
    @Tag("everything")
    void tenThousand() throws Exception {
        flap(10_000, 500);
    }

    private void flap(int notices, int people) throws Exception {
        LOG.info("Random seed {}", SEED);
        long began = System.nanoTime();
        Random dice = new Random(SEED);
        try (FlappingSmtp server = new FlappingSmtp(SEED)) {
            for (int i = 0; i < people; i++) {
                // Every tenth mailbox is no more.
                outbox.people.put("p" + i, new vn.outreach.security.identity.Addresses.Person("p" + i, "Người " + i, (i % 10 == 0 ? "gone" : "p") + i + "@example.vn"));
            }
            FlappingSmtp.Weather[] weathers = FlappingSmtp.Weather.values();
            int written = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                for (; written < notices * (wave + 1) / WAVES; written++) {
                    outbox.assign("t" + written, "p" + dice.nextInt(people));
                }
                for (int pass = 0; pass < PASSES_OF_A_WAVE; pass++) {
                    server.become(pass % 2 == 0 ? FlappingSmtp.Weather.BY_CHANCE : weathers[dice.nextInt(weathers.length)]);
                    // Longer than the lease: what a stopped node left is taken up.
                    outbox.clock.forward(Duration.ofMinutes(6));
                    nodesAtOnce(server, new Random(dice.nextLong()));
                }
            }
            server.become(FlappingSmtp.Weather.FINE);
            for (int round = 0; round < 30 && !outbox.records.recipientsIn(State.PENDING).isEmpty() || sending(); round++) {
                outbox.clock.forward(Duration.ofHours(3));
                nodesAtOnce(server, null);
            }
            check(notices, server.taken());
            LOG.info("{} notices in {} ms", notices, (System.nanoTime() - began) / 1_000_000);
        }
    }

    private boolean sending() {
        return !outbox.records.recipientsIn(State.SENDING).isEmpty();
    }

    /** @param stopping by whom a node is stopped; null where none is */
    private void nodesAtOnce(FlappingSmtp server, Random stopping) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<Integer>> passes = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                NotificationDispatcher dispatcher = outbox.dispatcher(node(server, stopping));
                passes.add(nodes.submit(dispatcher::dispatch));
            }
            for (Future<Integer> pass : passes) {
                try {
                    pass.get();
                } catch (ExecutionException failure) {
                    assertThat(failure).hasRootCauseInstanceOf(NodeStopped.class);
                    stopped++;
                }
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static Channel<Mail> node(FlappingSmtp server, Random stopping) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        SmtpTransport smtp = new SmtpTransport(sender, "outreach@example.vn");
        return mail -> {
            smtp.send(mail);
            if (stopping != null && roll(stopping) == 0) {
                throw new NodeStopped();
            }
        };
    }

    private static int roll(Random dice) {
        synchronized (dice) {
            return dice.nextInt(STOPS);
        }
    }

    private void check(int notices, Map<String, Integer> taken) {
        List<Notification> rows = outbox.rows();
        Map<State, Integer> states = new EnumMap<>(State.class);
        rows.forEach(row -> states.merge(row.state(), 1, Integer::sum));
        int twice = 0;
        assertThat(rows).as("none is lost, none is there twice").hasSize(notices).extracting(Notification::eventKey).doesNotHaveDuplicates();
        for (Notification row : rows) {
            int arrived = taken.getOrDefault(row.eventKey(), 0);
            assertThat(LAST).as("%s of %s", row.eventKey(), row.recipient()).contains(row.state());
            if (row.state() == State.SENT) {
                assertThat(arrived).as("%s says that it went", row.eventKey()).isPositive();
            } else {
                assertThat(arrived).as("%s went nowhere", row.eventKey()).isZero();
            }
            if (arrived > 1) {
                twice++;
                assertThat(row.possiblyRepeated()).as("%s arrived %d times and says so", row.eventKey(), arrived).isTrue();
                assertThat(row.lastError()).contains("có thể đã được gửi");
            }
        }
        LOG.info("{}; {} stops; {} arrived twice, {} say that they may have", states, stopped, twice, rows.stream().filter(Notification::possiblyRepeated).count());
        assertThat(states).as("some of each").containsKeys(State.SENT, State.ADDRESS_REFUSED);
        assertThat(twice).as("some arrived twice, or nothing was tried").isPositive();
        assertThat(stopped).as("nodes that stopped").isPositive();
        assertThat(rows.stream().filter(Notification::possiblyRepeated).count()).as("most are sure").isLessThan(notices / 2);
    }

    /** The node is gone in the middle of its work. */
    private static final class NodeStopped extends Error {

        private static final long serialVersionUID = 1L;
    }
}
