package vn.outreach.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body as a whole before the application sees the request: not more than the limit, not longer than the
 * deadline, not packed, and no JSON that is built to break its reader. So no slow sender ever holds a transaction, and
 * a length that was announced wrongly harms only its sender.
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final int BLOCK = 8 * 1024;
    private static final int TOO_LARGE = 413;
    private static final String TITLE = "Yêu cầu không hợp lệ";
    private static final Problem TOO_SLOW = Sentences.of(HttpServletResponse.SC_REQUEST_TIMEOUT);
    private static final Problem PACKED = new Problem(
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "body-packed", TITLE,
            "Hệ thống không nhận nội dung nén (Content-Encoding).");
    private static final Problem BROKEN = new Problem(
            HttpServletResponse.SC_BAD_REQUEST, "body-broken", TITLE,
            "Nội dung gửi lên bị ngắt giữa chừng hoặc sai định dạng; yêu cầu chưa được thực hiện.");

    private static final Problem UNKNOWN_KIND = new Problem(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "content-type", TITLE,
            "Không nhận loại nội dung (Content-Type) này.");

    private final WebSettings settings;

    BodyFilter(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOfAKind(request.getContentType())) {
            UNKNOWN_KIND.send(response);
            return;
        }
        if (!ReadRequest.hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body;
        try {
            body = read(request);
        } catch (Refused refused) {
            // What is still on the way belongs to this request: the connection cannot carry another.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            refused.answer.send(response);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
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
        String packing = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            throw new Refused(PACKED);
        }
        boolean parts = ReadRequest.isMultipart(request);
        DataSize limit = parts ? settings.largestUpload() : settings.largestBody();
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw new Refused(tooLarge(limit));
        }
        byte[] body = read(request, limit);
        if (!parts && JsonShape.isHostile(body)) {
            throw new Refused(new Problem(HttpServletResponse.SC_BAD_REQUEST, "json-shape", TITLE, JsonShape.SENTENCE));
        }
        return body;
    }

    private byte[] read(HttpServletRequest request, DataSize limit) throws Refused {
        Deadline deadline = Deadline.in(settings.bodyDeadline());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try {
            InputStream sent = request.getInputStream();
            for (int count = sent.read(block); count >= 0; count = sent.read(block)) {
                body.write(block, 0, count);
                if (body.size() > limit.toBytes()) {
                    throw new Refused(tooLarge(limit));
                }
                if (deadline.isOver()) {
                    throw new Refused(TOO_SLOW);
                }
            }
        } catch (IOException interrupted) {
            throw new Refused(interrupted.getCause() instanceof java.net.SocketTimeoutException ? TOO_SLOW : BROKEN);
        }
        return body.toByteArray();
    }

    private static Problem tooLarge(DataSize limit) {
        return new Problem(TOO_LARGE, "body-too-large", TITLE,
                "Nội dung gửi lên lớn hơn mức cho phép (%d KB).".formatted(limit.toKilobytes()));
    }

    /** The body is not taken; the answer says why. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem answer;

        Refused(Problem answer) {
            super(answer.code(), null, false, false);
            this.answer = answer;
        }
    }
}
