package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.outreach.security.access.ServedAddresses.Served;
import vn.outreach.testing.OutreachTest;

/**
 * Odd requests over every address, spread over the roles, one thousand or in a run of everything ten: none ends in an error
 * of ours, no answer tells what the application is made of, and nothing changes that should not. The seed is printed;
 * {@code -Dfuzz.seed} plays it again.
 */
class FuzzTest extends OutreachTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = Boolean.getBoolean("everything") ? 10_000 : 1_000;
    private static final int THREADS = 4;
    private static final long SEED = Long.getLong("fuzz.seed", 20261126L);
    private static final List<String> USERS = List.of(
            "", "officer1", "organisation", "committee", "board", "zoneunion", "youth", "mobilecell", "office", "integration",
            "admin", "admin");
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(?:java|javax|jakarta|sun|org|com|vn|net|io)\\.[a-z][a-z0-9_]*\\.[A-Za-z0-9_$.]*[A-Z]|\\bat [a-z]+\\.[a-z.]+\\(|"
                    + "Exception:|ACT_(?:RU|HI|ID|RE|GE)_|(?i:\\bselect .* from \\b|jdbc:|hikari|mybatis|tomcat/|h2database|postgresql)");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private AccessRules rules;

    @Autowired
    private Roles roles;

    /** An answer that goes on for as long as somebody listens; BellTest has its odd listeners. */
    private static final String ENDLESS = "/stream";

    private final Map<String, WebSession> sessions = new TreeMap<>();
    private final Map<String, List<Served>> opened = new TreeMap<>();
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    @AfterEach
    void forget() {
        jdbc.sql("delete from login_failure").update();
    }

    @Test
    void oddRequestsAreAnsweredAndChangeNothing() throws Exception {
        LOG.info("fuzz.seed={}", SEED);
        List<Served> addresses = new ServedAddresses(application, servlets).all().stream()
                .filter(served -> !served.template().endsWith(ENDLESS))
                .toList();
        USERS.stream().distinct().filter(user -> !user.isEmpty()).forEach(user ->
                sessions.put(user, new WebSession(port).login(user, password(user))));
        USERS.stream().distinct().forEach(user -> opened.put(user, open(addresses, user)));
        Map<String, Long> before = counts();
        AtomicInteger[] statuses = new AtomicInteger[600];
        java.util.Arrays.setAll(statuses, i -> new AtomicInteger());

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> work = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int first = t;
            work.add(threads.submit(() -> {
                for (int i = first; i < REQUESTS; i += THREADS) {
                    statuses[send(addresses, i)].incrementAndGet();
                }
            }));
        }
        for (Future<?> each : work) {
            each.get();
        }
        threads.shutdown();
        StringBuilder summary = new StringBuilder();
        for (int status = 0; status < statuses.length; status++) {
            if (statuses[status].get() > 0) {
                summary.append(status).append(": ").append(statuses[status]).append("  ");
            }
        }
        LOG.info("answers: {}", summary);
        assertThat(List.copyOf(found)).isEmpty();
        assertThat(counts()).isEqualTo(before);
        RawHttp.Answer check = RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/audit/check", login("admin"));
        assertThat(check.text()).contains("\"intact\":true");
    }

    // --- one request -------------------------------------------------------------------------------------------------

    private int send(List<Served> addresses, int number) {
        Random dice = new Random(SEED * 1_000_003 + number);
        String user = USERS.get(dice.nextInt(USERS.size()));
        List<Served> open = opened.get(user);
        // Half of them where the user may go in: what stands behind the access rules shall have its share.
        Served served = open.isEmpty() || dice.nextBoolean()
                ? addresses.get(dice.nextInt(addresses.size()))
                : open.get(dice.nextInt(open.size()));
        String verb = dice.nextInt(12) == 0 ? OddValues.verb(dice) : served.verb();
        String path = OddValues.path(served.template(), dice) + OddValues.query(dice);
        String body = OddValues.body(dice);
        String type = OddValues.contentType(dice);
        RawHttp.Answer answer = path.startsWith("/camunda/") && !user.isEmpty()
                ? RawHttp.sendBody(port, verb, path, body, "Content-Type: " + type, "Cookie: " + sessions.get(user).cookie(),
                        sessions.get(user).tokenHeader())
                : RawHttp.sendBody(port, verb, path, body, "Content-Type: " + type, login(user));
        judge(number + ": " + verb + " " + path + " [" + type + "] " + body + " as “" + user + "”", answer);
        return answer.status();
    }

    private List<Served> open(List<Served> addresses, String user) {
        Set<String> groups = identities.createGroupQuery().groupMember(user.isEmpty() ? "nobody" : user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Set<String> words = roles.of(user.isEmpty() ? null : new Caller(user, groups, Caller.Way.BASIC, false));
        return addresses.stream()
                .filter(served -> rules.lets(words, served.verb(), PostureTest.sample(served.template())))
                .toList();
    }

    private void judge(String request, RawHttp.Answer answer) {
        int end = answer.text().indexOf("\r\n\r\n");
        String body = end < 0 ? answer.text() : answer.text().substring(end);
        if (answer.status() >= 500) {
            found.add(answer.status() + " for " + request + " → " + body);
        } else if (answer.status() >= 400 && INSIDES.matcher(body).find()) {
            found.add("insides for " + request + " → " + body);
        }
    }

    private static String login(String user) {
        String pair = user + ":" + password(user);
        return user.isEmpty()
                ? "X-Nobody: here"
                : "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    // --- what must not change ----------------------------------------------------------------------------------------

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of("outcome", "candidate", "enterprise", "plan_row", "holiday", "material", "running_case",
                "ACT_RE_DEPLOYMENT", "ACT_RE_PROCDEF", "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_ID_USER",
                "ACT_ID_MEMBERSHIP", "ACT_RU_VARIABLE", "ACT_RU_BATCH")) {
            counts.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        // An administrator may have the history cleaned up.
        counts.put("jobs", jdbc.sql("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ <> 'history-cleanup'").query(Long.class).single());
        counts.put("suspended", jdbc.sql("select count(*) from ACT_RE_PROCDEF where SUSPENSION_STATE_ <> 1").query(Long.class).single());
        return counts;
    }
}
