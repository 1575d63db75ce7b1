package vn.outreach.web.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer below the webapps' path. If it turns out to be a page, it is held back and changed as a whole at the end;
 * everything else (scripts, pictures) passes through unheld.
 */
final class PageResponse extends GuardedResponse {

    private static final String LENGTH = "Content-Length";
    private static final long UNKNOWN = -1;

    private @Nullable ByteArrayOutputStream page;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private long length = UNKNOWN;

    PageResponse(HttpServletRequest request, HttpServletResponse response) {
        super(request, response);
    }

    /** Writes the page that was held back, changed; nothing where there is none. */
    void finish(UnaryOperator<String> change) throws IOException {
        if (page == null) {
            passLength();
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        Charset charset = Charset.forName(getCharacterEncoding());
        byte[] changed = change.apply(page.toString(charset)).getBytes(charset);
        super.setContentLengthLong(changed.length);
        super.getOutputStream().write(changed);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isPage()) {
            passLength();
            return super.getOutputStream();
        }
        if (stream == null) {
            stream = new Held(hold());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isPage()) {
            passLength();
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(hold(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    private boolean isPage() {
        return page != null || isHtml(getContentType()) && getStatus() == SC_OK;
    }

    private static boolean isHtml(String type) {
        return type != null && (type.startsWith("text/html") || type.startsWith("application/xhtml"));
    }

    private ByteArrayOutputStream hold() {
        if (page == null) {
            page = new ByteArrayOutputStream();
        }
        return page;
    }

    private void forget() {
        page = null;
        stream = null;
        writer = null;
        length = UNKNOWN;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (page == null) {
            passLength();
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        forget();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        forget();
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    // --- the length is told when it is known which one: Camunda tells it before it says that it is a page ------------

    private void passLength() {
        if (length != UNKNOWN) {
            super.setContentLengthLong(length);
            length = UNKNOWN;
        }
    }

    @Override
    public void setContentLength(int length) {
        this.length = length;
    }

    @Override
    public void setContentLengthLong(long length) {
        this.length = length;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    /** The stream into what is held back. */
    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream page;

        Held(ByteArrayOutputStream page) {
            this.page = page;
        }

        @Override
        public void write(int octet) {
            page.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int count) {
            page.write(octets, offset, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Pages are written at once.");
        }
    }
}
