package vn.outreach.web.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;

/** A request whose body is already here, as a stream, as text or, where a form was sent, as parameters. */
public final class ReadRequest extends HttpServletRequestWrapper {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    private byte[] body;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;
    private @Nullable Map<String, String[]> parameters;

    ReadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** What was sent, without taking it away from whom it is for. */
    public static byte[] bodyOf(HttpServletRequest request) {
        ReadRequest read = WebUtils.getNativeRequest(request, ReadRequest.class);
        return read == null ? new byte[0] : read.body.clone();
    }

    /** Changes one value of the form that was sent, before anybody has read it. */
    public static void changeForm(HttpServletRequest request, String name, UnaryOperator<String> change) {
        ReadRequest read = WebUtils.getNativeRequest(request, ReadRequest.class);
        if (read != null && read.isForm()) {
            read.change(name, change);
        }
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    static boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), MULTIPART);
    }

    @Override
    public ServletInputStream getInputStream() {
        if (stream == null) {
            stream = new Kept(new ByteArrayInputStream(body));
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(getInputStream(), charset()));
        }
        return reader;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            if (isForm()) {
                addForm(all);
            }
            parameters = Collections.unmodifiableMap(all);
        }
        return parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Tomcat would look for the form in a stream that is empty by now. */
    private void addForm(Map<String, String[]> all) {
        for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                all.merge(name, new String[] {value}, StringUtils::concatenateStringArrays);
            }
        }
    }

    private boolean isForm() {
        return StringUtils.startsWithIgnoreCase(getContentType(), FORM);
    }

    private void change(String name, UnaryOperator<String> change) {
        String form = Stream.of(new String(body, StandardCharsets.US_ASCII).split("&"))
                .map(pair -> pair.startsWith(name + "=")
                        ? name + "="
                                + URLEncoder.encode(change.apply(decode(pair.substring(name.length() + 1))), charset())
                        : pair)
                .collect(Collectors.joining("&"));
        body = form.getBytes(StandardCharsets.US_ASCII);
        parameters = null;
    }

    private String decode(String text) {
        try {
            return URLDecoder.decode(text, charset());
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    private Charset charset() {
        return getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
    }

    /** The stream of what is here. */
    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream body;

        Kept(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] octets, int offset, int count) {
            return body.read(octets, offset, count);
        }

        @Override
        public int available() {
            return body.available();
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
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
