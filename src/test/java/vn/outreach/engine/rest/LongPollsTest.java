package vn.outreach.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.dto.externaltask.FetchExternalTasksExtendedDto;
import org.camunda.bpm.engine.rest.impl.FetchAndLockRequest;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;

/** Who may wait for external tasks with an open request, and what the others are told. */
class LongPollsTest {

    private final LongPolls polls = new LongPolls();

    /** A request that is open until somebody answers it. */
    private static final class Poll {

        private final FetchAndLockRequest request = new FetchAndLockRequest();
        private final AsyncResponse response = mock(AsyncResponse.class);
        private CompletionCallback whenDone;
        private Object answer;

        Poll(String client, String worker) {
            FetchExternalTasksExtendedDto dto = new FetchExternalTasksExtendedDto();
            dto.setWorkerId(worker);
            request.setDto(dto).setAsyncResponse(response).setAuthentication(new Authentication(client, List.of()));
            when(response.isSuspended()).thenAnswer(asked -> answer == null);
            when(response.resume(any(Throwable.class))).thenAnswer(given -> end(given.getArgument(0)));
            when(response.register(any(Object.class))).thenAnswer(given -> {
                whenDone = given.getArgument(0);
                return List.of();
            });
        }

        boolean end(Object given) {
            answer = given;
            if (whenDone != null) {
                whenDone.onComplete(null);
            }
            return true;
        }

        Refusal refusal() {
            return Refusal.in((Throwable) answer);
        }
    }

    private void settings(int places, int perClient) {
        ServletContext context = mock(ServletContext.class);
        when(context.getInitParameter("fetch-and-lock-unique-worker-request")).thenReturn("true");
        when(context.getInitParameter("fetch-and-lock-queue-capacity")).thenReturn("" + places);
        when(context.getInitParameter("outreach-long-polls-per-client")).thenReturn("" + perClient);
        polls.contextInitialized(new ServletContextEvent(context));
    }

    private Poll poll(String client, String worker) {
        Poll poll = new Poll(client, worker);
        polls.addRequest(poll.request);
        return poll;
    }

    @Test
    void aClientWaitsSoOftenAtOnce_andWhoComesThenIsToldWhen() {
        settings(200, 2);
        Poll first = poll("integration", "w1");
        poll("integration", "w2");

        Poll third = poll("integration", "w3");
        assertThat(third.refusal().kind()).isEqualTo(Refusal.Kind.TOO_OFTEN);
        assertThat(third.refusal().retryAfter()).isPositive();
        assertThat(poll("another", "w3").answer).as("another client has places of its own").isNull();

        first.end(List.of());
        assertThat(poll("integration", "w3").answer).as("a place is free again").isNull();
    }

    @Test
    void aWorkerThatAsksAnewTakesItsOwnPlace_andNoOtherClients() {
        settings(200, 1);
        Poll lost = poll("integration", "w1");
        Poll others = poll("another", "w1");

        Poll anew = poll("integration", "w1");
        assertThat(anew.answer).isNull();
        assertThat(others.answer).isNull();
        assertThat(lost.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(polls.tryFetchAndLock(lost.request).getTasks()).as("nothing is locked for it any more").isEmpty();

        lost.end(List.of());
        assertThat(poll("integration", "w2").refusal().kind()).as("the newer one holds the place").isEqualTo(Refusal.Kind.TOO_OFTEN);
    }

    @Test
    void whereAllPlacesAreTakenItIsLater_notAFailure() {
        settings(1, 10);
        poll("integration", "w1");

        Poll second = poll("another", "w1");
        assertThat(second.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(second.refusal().retryAfter()).isPositive();
    }
}
