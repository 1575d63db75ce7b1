package vn.outreach.web.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A request whose body is a file that is here as a whole. It is read once. */
final class FileRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private final Path file;
    private @Nullable ServletInputStream stream;

    FileRequest(HttpServletRequest request, Path file) {
        super(request);
        this.file = file;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Kept(Files.newInputStream(file), Files.size(file));
        }
        return stream;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    private static final class Kept extends ServletInputStream {

        private final InputStream body;
        private long left;

        Kept(InputStream body, long size) {
            this.body = body;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            left -= octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] octets, int offset, int count) throws IOException {
            int read = body.read(octets, offset, count);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return left <= 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is already here.");
        }
    }
}
