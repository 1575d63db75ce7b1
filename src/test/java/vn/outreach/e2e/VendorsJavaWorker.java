package vn.outreach.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;

/** The vendor's client for Java, as Maven Central has it, and what its back-off strategy is told of errors. */
final class VendorsJavaWorker {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 100;

    /** Errors that the client met while it asked for work. */
    private static final class Errors implements ErrorAwareBackoffStrategy {

        private final Queue<ExternalTaskClientException> met = new ConcurrentLinkedQueue<>();

        @Override
        public void reconfigure(List<ExternalTask> tasks, ExternalTaskClientException error) {
            if (error != null) {
                met.add(error);
            }
        }

        @Override
        public long calculateBackoffTime() {
            return PAUSE_MILLIS;
        }
    }

    private VendorsJavaWorker() {
    }

    /** Sends the letter of this enterprise and returns when the engine has taken the answer. */
    static void sendLetter(String address, String user, String businessKey) {
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        ExternalTaskClient client = client(address, user, user, new Errors());
        try {
            client.subscribe("sendOfficialLetter")
                    .businessKey(businessKey)
                    .handler((task, service) -> {
                        service.complete(task, Map.of("letterNumber", "7-CV/Java"));
                        sent.add(task.getBusinessKey());
                    })
                    .open();
            await("the letter").atMost(PATIENCE).until(() -> sent.contains(businessKey));
        } finally {
            client.stop();
        }
    }

    /** The first error with this status, of those that it meets as this user. */
    static RestException meet(String address, String user, String password, int status) {
        Errors errors = new Errors();
        ExternalTaskClient client = client(address, user, password, errors);
        try {
            client.subscribe("sendOfficialLetter").businessKey("none").handler((task, service) -> { }).open();
            return await("an error " + status).atMost(PATIENCE).until(() -> errors.met.stream()
                    .filter(RestException.class::isInstance)
                    .map(RestException.class::cast)
                    .filter(error -> error.getHttpStatusCode() == status)
                    .findFirst()
                    .orElse(null), found -> found != null);
        } finally {
            client.stop();
        }
    }

    private static ExternalTaskClient client(String address, String user, String password, Errors errors) {
        return ExternalTaskClient.create()
                .baseUrl(address + "/engine-rest")
                .workerId("java-" + user)
                .asyncResponseTimeout(1_000)
                .lockDuration(30_000)
                .addInterceptor(new BasicAuthProvider(user, password))
                // It would wait and ask once more by itself where it is told "later", and say nothing of it.
                .customizeHttpClient(HttpClientBuilder::disableAutomaticRetries)
                .backoffStrategy(errors)
                .build();
    }
}
