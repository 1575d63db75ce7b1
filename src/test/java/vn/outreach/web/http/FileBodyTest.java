package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Files that are sent as they are: into a file, under a deadline and a number of their own, and gone afterwards. */
class FileBodyTest {

    private static final String PAPERS = "/api/v1/enterprises/0100047516/papers";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    private String sender = "officer1";

    @Test
    void aFileIsReadOnce_andGoneAfterwards() throws Exception {
        byte[] content = new byte[3 * 1024 * 1024];
        content[content.length - 1] = 7;
        MockHttpServletResponse answer = send(filter(2, MINUTE), PAPERS, content, (request, response) -> {
            assertThat(spooled()).as("on the way in a file").hasSize(1);
            assertThat(request.getInputStream().readAllBytes()).isEqualTo(content);
            assertThat(request.getInputStream().read()).isEqualTo(-1);
        });
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void theLimitIsThatOfFilesThereAlone() throws Exception {
        assertThat(send(filter(2, MINUTE), PAPERS, new byte[4 * 1024 * 1024 + 1], null).getStatus()).isEqualTo(413);
        assertThat(send(filter(2, MINUTE), PAPERS + "/1/withdrawal", new byte[2 * 1024 * 1024], null).getStatus()).isEqualTo(413);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void aFileThatComesTooSlowlyIsCutOff() throws Exception {
        MockHttpServletResponse answer = send(filter(2, Duration.ZERO), PAPERS, new byte[20_000], null);
        assertThat(answer.getStatus()).isEqualTo(408);
        assertThat(answer.getHeader("Connection")).isEqualTo("close");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void moreThanSoManyAtOnceAreAskedToComeBack_andThePlaceIsFreeAgain() throws Exception {
        BodyFilter one = filter(1, MINUTE);
        MockHttpServletResponse answer = send(one, PAPERS, new byte[10], (request, response) -> {
            MockHttpServletResponse other = send(one, PAPERS, new byte[10], null);
            assertThat(other.getStatus()).isEqualTo(503);
            assertThat(other.getContentAsString()).contains("files-at-once");
        });
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(send(one, PAPERS, new byte[10], (request, response) -> { }).getStatus()).isEqualTo(200);
    }

    @Test
    void onePersonHasThreePlaces_whileOthersStillSend() throws Exception {
        BodyFilter filter = filter(20, MINUTE);
        int[] statuses = new int[2];
        FilterChain last = (request, response) -> {
            sender = "officer1";
            MockHttpServletResponse fourth = send(filter, PAPERS, new byte[10], null);
            assertThat(fourth.getContentAsString()).contains("files-of-one-person");
            assertThat(fourth.getHeader("Retry-After")).isEqualTo("30");
            statuses[0] = fourth.getStatus();
            sender = "officer2";
            statuses[1] = send(filter, PAPERS, new byte[10], (passed, answer) -> { }).getStatus();
            sender = "officer1";
        };
        sender = "officer1";
        send(filter, PAPERS, new byte[10], (one, first) -> send(filter, PAPERS, new byte[10], (two, second) ->
                send(filter, PAPERS, new byte[10], last)));
        assertThat(statuses).containsExactly(429, 200);
        assertThat(send(filter, PAPERS, new byte[10], (request, response) -> { }).getStatus()).as("free again").isEqualTo(200);
    }

    @Test
    void aServerThatCannotKeepFilesSaysSo() throws Exception {
        Files.writeString(home.resolve("incoming"), "no folder");
        MockHttpServletResponse answer = send(filter(2, MINUTE), PAPERS, new byte[10], null);
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("papers-unwritable");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
    }

    private MockHttpServletResponse send(BodyFilter filter, String path, byte[] content, FilterChain behind) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContentType("application/pdf");
        request.setContent(content);
        String person = sender;
        request.setUserPrincipal(() -> person);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, behind == null
                    ? (passed, answer) -> {
                        throw new AssertionError("not refused");
                    }
                    : behind);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return response;
    }

    private BodyFilter filter(int atOnce, Duration deadline) {
        return new BodyFilter(new WebSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), DataSize.ofMegabytes(4),
                home.resolve("incoming"), atOnce, 3, DataSize.ofKilobytes(20), MINUTE, deadline, MINUTE, MINUTE, MINUTE));
    }

    private Stream<Path> spooledFiles() throws IOException {
        Path spool = home.resolve("incoming");
        return Files.exists(spool) ? Files.list(spool) : Stream.empty();
    }

    private List<Path> spooled() {
        try (Stream<Path> files = spooledFiles()) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
