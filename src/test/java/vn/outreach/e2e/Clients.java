package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Eight clients at work over REST: they register enterprises, open cases, complete whatever is open and send messages,
 * often two of them in the same case. No answer means "unknown", and the client goes on with what it finds then.
 */
final class Clients {

    private static final int THREADS = 8;
    private static final int OPEN_CASES = 16;

    private final RunningApplication application;
    private final Office office;
    private final long seed;
    private final OfficeWork work = new OfficeWork();
    private final Deeds deeds = new Deeds();
    private final List<String> cases = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean atWork;

    Clients(RunningApplication application, Office office, long seed) {
        this.application = application;
        this.office = office;
        this.seed = seed;
    }

    Deeds deeds() {
        return deeds;
    }

    /** Sends them to work, after each start of the application. */
    void begin(int round) {
        atWork = true;
        for (int i = 0; i < THREADS; i++) {
            Random dice = new Random(seed + 1000L * round + i);
            running.add(threads.submit(() -> workUntilTold(dice)));
        }
    }

    /** They stop when what they are asking just now was answered, or will never be. */
    void end() throws Exception {
        atWork = false;
        for (Future<?> client : running) {
            client.get(2, TimeUnit.MINUTES);
        }
        running.clear();
    }

    void leave() {
        threads.shutdownNow();
    }

    private void workUntilTold(Random dice) {
        while (atWork) {
            try {
                deed(dice);
            } catch (UncheckedIOException noAnswer) {
                deeds.unknown.incrementAndGet();
                if (!application.isAlive()) {
                    return;
                }
            } catch (AssertionError | RuntimeException unexpected) {
                deeds.strange(unexpected.toString());
            }
        }
    }

    private void deed(Random dice) {
        if (cases.isEmpty() || cases.size() < OPEN_CASES && dice.nextInt(6) == 0) {
            open();
            return;
        }
        String taxCode = cases.get(dice.nextInt(cases.size()));
        JsonNode tasks = office.admin().tasks(taxCode);
        if (tasks.isEmpty()) {
            nothingOpen(taxCode);
        } else if (dice.nextInt(300) == 0) {
            close(taxCode);
        } else {
            handle(taxCode, tasks.get(dice.nextInt(tasks.size())), dice);
        }
    }

    // --- cases -------------------------------------------------------------------------------------------------------

    private void open() {
        String taxCode = TaxCodes.next();
        cases.add(taxCode);
        Rest officer = office.as("officer1");
        Rest.Answer registered = officer.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "TNHH Thử " + taxCode,
                "zone", "Phú Mỹ I", "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "legalPerson", true,
                "responsibleMember", "officer1"));
        if (registered.status() == 201) {
            deeds.registered.add(taxCode);
        } else {
            deeds.strange("register: " + registered);
        }
        start(taxCode);
    }

    private void start(String taxCode) {
        Rest.Answer started = office.as("officer1").startCase(taxCode);
        if (started.isOk()) {
            deeds.started.add(started.json().get("id").asText());
        } else if (started.status() != 409) {
            deeds.strange("start: " + started);
        }
    }

    /** The case waits, or it is over, or its start had no answer and never happened. */
    private void nothingOpen(String taxCode) {
        Rest admin = office.admin();
        Rest.Answer known = admin.get("/api/v1/enterprises/" + taxCode);
        if (known.status() == 404) {
            cases.remove(taxCode);
            return;
        }
        JsonNode instances = admin.get("/engine-rest/history/process-instance?maxResults=50&processDefinitionKey=enterpriseOutreach"
                        + "&processInstanceBusinessKey=" + taxCode)
                .ok()
                .json();
        if (instances.isEmpty()) {
            start(taxCode);
        } else if (!instances.get(0).get("endTime").isNull()) {
            cases.remove(taxCode);
        } else {
            send("outreach.ownerContacted", taxCode, null, Map.of());
            send("outreach.membershipChanged", taxCode, "membershipChanged", Map.of("willingFullMembers", 4));
        }
    }

    private void close(String taxCode) {
        send("outreach.enterpriseClosed", taxCode, "enterpriseClosed", Map.of("reason", "Chuyển đi nơi khác"));
    }

    // --- tasks -------------------------------------------------------------------------------------------------------

    private void handle(String taxCode, JsonNode task, Random dice) {
        String step = task.get("taskDefinitionKey").asText().substring("userTask_".length());
        OfficeWork.Answer answer = work.answer(step, dice);
        String message = OfficeWork.messageFor(step);
        if (message != null && dice.nextBoolean()) {
            send(message, taxCode, step, answer.fields());
            return;
        }
        String user = task.get("assignee").isNull() ? answer.user() : task.get("assignee").asText();
        complete(task, step, user, answer.fields());
    }

    private void complete(JsonNode task, String step, String user, Map<String, Object> fields) {
        String taskId = task.get("id").asText();
        Rest.Answer answer = office.as(user).complete(taskId, fields);
        if (answer.isOk()) {
            deeds.completed.add(new Deeds.Completion(taskId, task.get("processInstanceId").asText(), step, user));
        } else if (wasDoneBySomebodyElse(answer)) {
            deeds.refused.incrementAndGet();
        } else {
            deeds.strange(step + ": " + answer);
        }
    }

    private void send(String message, String taxCode, String step, Map<String, Object> fields) {
        Rest.Answer answer = office.as("integration").message(message, taxCode, fields);
        if (answer.isOk()) {
            if (step != null) {
                deeds.messages.add(new Deeds.MessageTaken(taxCode, step));
            }
        } else if (answer.status() == 400 || wasDoneBySomebodyElse(answer)) {
            deeds.refused.incrementAndGet();
        } else {
            deeds.strange(message + ": " + answer);
        }
    }

    /** Two at once in one case: the second is told so. */
    private static boolean wasDoneBySomebodyElse(Rest.Answer answer) {
        return answer.status() == 409;
    }
}
