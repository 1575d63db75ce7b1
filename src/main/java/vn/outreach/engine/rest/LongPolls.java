package vn.outreach.engine.rest;

import jakarta.servlet.ServletContextEvent;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.externaltask.FetchExternalTasksExtendedDto;
import org.camunda.bpm.engine.rest.impl.FetchAndLockHandlerImpl;
import org.camunda.bpm.engine.rest.impl.FetchAndLockRequest;
import org.camunda.bpm.engine.rest.impl.FetchAndLockResult;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;

/**
 * Workers that wait for an external task with an open request. Camunda keeps any number of such requests, and asks the
 * database for each of them again and again; here each client has so many, and whoever comes when all places are taken
 * is told to come back. Found as a service by Camunda's REST API; its settings are context parameters.
 */
public final class LongPolls extends FetchAndLockHandlerImpl {

    private static final String MOST_PARAMETER = "outreach-long-polls-per-client";
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Client, its workers, and the request in which each of them waits. */
    private final Map<String, Map<String, AsyncResponse>> waiting = new HashMap<>();

    private int mostPerClient;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        super.contextInitialized(event);
        mostPerClient = Integer.parseInt(event.getServletContext().getInitParameter(MOST_PARAMETER));
    }

    @Override
    public void addPendingRequest(FetchExternalTasksExtendedDto asked, AsyncResponse answer, ProcessEngine engine) {
        Long wait = asked.getAsyncResponseTimeout();
        if (wait != null && wait > MAX_REQUEST_TIMEOUT) {
            answer.resume(new RefusedException(Refusal.invalid(
                    "field-range",
                    "asyncResponseTimeout",
                    "Thời gian chờ việc phải từ 0 đến %s mili giây."
                            .formatted(WholeNumber.shown(MAX_REQUEST_TIMEOUT)))));
            return;
        }
        super.addPendingRequest(asked, answer, engine);
    }

    /**
     * Nothing is there for the worker yet: it takes a place, or that of its own older request, which it must have lost.
     */
    @Override
    protected void addRequest(FetchAndLockRequest request) {
        String client = String.valueOf(request.getAuthentication().getUserId());
        String worker = request.getDto().getWorkerId();
        AsyncResponse answer = request.getAsyncResponse();
        AsyncResponse older;
        synchronized (waiting) {
            Map<String, AsyncResponse> workers = waiting.computeIfAbsent(client, any -> new HashMap<>());
            if (workers.size() >= mostPerClient && !workers.containsKey(worker)) {
                answer.resume(new RefusedException(Refusal.tooOften(
                        "long-polls",
                        "Mỗi hệ thống chỉ được chờ việc bằng nhiều nhất %s yêu cầu cùng lúc."
                                .formatted(WholeNumber.shown(mostPerClient)),
                        SOON)));
                return;
            }
            older = workers.put(worker, answer);
        }
        if (older != null) {
            older.resume(new RefusedException(
                    Refusal.unavailable("worker-asked-anew", "Một yêu cầu mới hơn của cùng workerId đang chờ việc.")));
        }
        answer.register((CompletionCallback) failure -> leavePlace(client, worker, answer));
        super.addRequest(request);
    }

    private void leavePlace(String client, String worker, AsyncResponse answer) {
        synchronized (waiting) {
            Map<String, AsyncResponse> workers = waiting.get(client);
            if (workers != null && workers.remove(worker, answer) && workers.isEmpty()) {
                waiting.remove(client);
            }
        }
    }

    /** Camunda would also end the request of another client whose worker has the same name. */
    @Override
    protected void removeDuplicates() {
        newRequests.removeIf(LongPolls::isAnswered);
        pendingRequests.removeIf(LongPolls::isAnswered);
    }

    /** A task that is locked for a request that is answered already would be lost until its lock ends. */
    @Override
    protected FetchAndLockResult tryFetchAndLock(FetchAndLockRequest request) {
        return isAnswered(request) ? FetchAndLockResult.successful(List.of()) : super.tryFetchAndLock(request);
    }

    @Override
    protected void errorTooManyRequests(AsyncResponse answer) {
        answer.resume(new RefusedException(
                Refusal.unavailable("long-polls-full", "Đang có quá nhiều hệ thống chờ việc; hãy thử lại sau.")));
    }

    @Override
    protected void rejectPendingRequests() {
        pendingRequests.forEach(request -> request.getAsyncResponse()
                .resume(new RefusedException(Refusal.unavailable("stopping", "Hệ thống đang dừng để bảo trì."))));
    }

    private static boolean isAnswered(FetchAndLockRequest request) {
        return !request.getAsyncResponse().isSuspended();
    }
}
