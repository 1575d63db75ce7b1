package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.web.RefusalHeaders;
import vn.outreach.web.StorageFault;

/**
 * Reads a body as a whole, into memory or, where files are sent, into a file, before the application sees the request:
 * not more than the limit, not longer than the deadline, not packed, and no JSON that is built to break its reader. So
 * no slow sender ever holds a transaction, and a length that was announced wrongly harms only its sender.
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final int BLOCK = 8 * 1024;
    private static final int TOO_LARGE = 413;
    private static final String TITLE = "Yêu cầu không hợp lệ";
    private static final Problem TOO_SLOW = Sentences.of(HttpServletResponse.SC_REQUEST_TIMEOUT);
    private static final Problem PACKED = new Problem(
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
            "body-packed",
            TITLE,
            "Hệ thống không nhận nội dung nén (Content-Encoding).");
    private static final Problem BROKEN = new Problem(
            HttpServletResponse.SC_BAD_REQUEST,
            "body-broken",
            TITLE,
            "Nội dung gửi lên bị ngắt giữa chừng hoặc sai định dạng; yêu cầu chưa được thực hiện.");

    private static final Problem UNKNOWN_KIND = new Problem(
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
            "content-type",
            TITLE,
            "Không nhận loại nội dung (Content-Type) này.");
    private static final String RETRY_SECONDS = "30";
    private static final String TITLE_OURS = "Máy chủ chưa nhận được tệp";
    private static final Problem TOO_MANY_OF_ONE = new Problem(
            HttpStatus.TOO_MANY_REQUESTS.value(),
            "files-of-one-person",
            TITLE,
            "Đồng chí đang gửi nhiều tệp cùng lúc; hãy chờ một tệp gửi xong rồi gửi tiếp.");
    private static final Problem TOO_MANY = new Problem(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "files-at-once",
            TITLE,
            "Đang có quá nhiều tệp được gửi lên cùng lúc; hãy thử lại sau ít phút.");

    private final WebSettings settings;
    private final FilePlaces places;

    BodyFilter(WebSettings settings) {
        this.settings = settings;
        this.places = new FilePlaces(settings.filesAtOnce(), settings.filesOfOne());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOfAKind(request.getContentType())) {
            UNKNOWN_KIND.send(request, response);
            return;
        }
        if (!ReadRequest.hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (HttpMethod.POST.matches(request.getMethod()) && Paths.takesFile(Paths.of(request))) {
            takeFile(request, response, chain);
            return;
        }
        byte[] body;
        try {
            body = read(request);
        } catch (Refused refused) {
            refuse(request, response, refused.answer);
            return;
        } catch (Refusal wrong) {
            RefusalHeaders.of(wrong, response::setHeader);
            new Problem(wrong.kind().engineStatus(), wrong.code(), TITLE, wrong.getMessage()).send(request, response);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void takeFile(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Not getRemoteUser: Spring answers with the whole of who has logged in, and how.
        String person = request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
        FilePlaces.Answer place = places.take(person);
        if (place != FilePlaces.Answer.TAKEN) {
            refuse(request, response, place == FilePlaces.Answer.FULL ? TOO_MANY : TOO_MANY_OF_ONE);
            return;
        }
        Path file = null;
        try {
            file = spoolFile();
            readInto(file, request);
            try (FileRequest whole = new FileRequest(request, file)) {
                chain.doFilter(whole, response);
            }
        } catch (Refused refused) {
            refuse(request, response, refused.answer);
        } finally {
            places.free(person);
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path spoolFile() throws Refused {
        try {
            Files.createDirectories(settings.spool());
            return Files.createTempFile(settings.spool(), "sent", null);
        } catch (IOException ours) {
            throw new Refused(ours);
        }
    }

    /** What is still on the way belongs to this request: the connection cannot carry another. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem answer)
            throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (answer.status() == HttpStatus.TOO_MANY_REQUESTS.value()
                || answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        answer.send(request, response);
    }

    /** What is behind fails in its own ways on a kind of content that is none. */
    private static boolean isOfAKind(String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (InvalidMediaTypeException garbled) {
            return false;
        }
    }

    private byte[] read(HttpServletRequest request) throws Refused {
        boolean parts = ReadRequest.isMultipart(request);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataSize limit = parts ? settings.largestUpload() : settings.largestBody();
        copy(request, whole, limit, settings.bodyDeadline(), null);
        byte[] body = whole.toByteArray();
        if (!parts && JsonShape.isHostile(body)) {
            throw new Refused(new Problem(HttpServletResponse.SC_BAD_REQUEST, "json-shape", TITLE, JsonShape.SENTENCE));
        }
        if (!parts && Paths.isEngine(Paths.of(request))) {
            JsonShape.checkNumbers(body);
        }
        return body;
    }

    private void readInto(Path file, HttpServletRequest request) throws Refused {
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(
                    request,
                    out,
                    settings.largestFile(),
                    settings.fileDeadline(),
                    new LeastSpeed(settings.leastFileSpeed(), settings.fileGrace(), System::nanoTime));
        } catch (IOException ours) {
            throw new Refused(ours);
        }
    }

    private static void copy(
            HttpServletRequest request, OutputStream body, DataSize limit, Duration span, @Nullable LeastSpeed speed)
            throws Refused {
        String packing = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            throw new Refused(PACKED);
        }
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw new Refused(tooLarge(limit));
        }
        Deadline deadline = Deadline.in(span);
        byte[] block = new byte[BLOCK];
        long size = 0;
        try {
            InputStream sent = request.getInputStream();
            for (int count = sent.read(block); count >= 0; count = sent.read(block)) {
                size += count;
                if (size > limit.toBytes()) {
                    throw new Refused(tooLarge(limit));
                }
                if (deadline.isOver() || speed != null && !speed.keeps(count)) {
                    throw new Refused(TOO_SLOW);
                }
                write(body, block, count);
            }
        } catch (IOException interrupted) {
            throw new Refused(interrupted.getCause() instanceof SocketTimeoutException ? TOO_SLOW : BROKEN);
        }
    }

    /** That our disk is full is no fault of the sender's line. */
    private static void write(OutputStream body, byte[] block, int count) throws Refused {
        try {
            body.write(block, 0, count);
        } catch (IOException ours) {
            throw new Refused(ours);
        }
    }

    private static Problem tooLarge(DataSize limit) {
        return new Problem(
                TOO_LARGE,
                "body-too-large",
                TITLE,
                "Nội dung gửi lên lớn hơn mức cho phép (%s KB).".formatted(WholeNumber.shown(limit.toKilobytes())));
    }

    /** The body is not taken; the answer says why. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem answer;

        Refused(IOException ours) {
            this(problem(StorageFault.of(ours)));
        }

        private static Problem problem(Refusal refusal) {
            return new Problem(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE, refusal.code(), TITLE_OURS, refusal.getMessage());
        }

        Refused(Problem answer) {
            super(answer.code(), null, false, false);
            this.answer = answer;
        }
    }
}
