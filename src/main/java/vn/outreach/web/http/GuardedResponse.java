package vn.outreach.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import vn.outreach.web.RefusalHeaders;

/**
 * An answer whose security headers are set by the filter: what others say about them later is dropped, and a reset
 * keeps them. Cookies are marked secure where the request was, and no redirect leads to another host by a crooked path.
 */
class GuardedResponse extends HttpServletResponseWrapper {

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String LOCATION = "Location";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RETRY_SECONDS = "5";

    private final Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean secure;
    private final boolean exactTypes;

    GuardedResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.secure = request.isSecure();
        // One of Camunda's clients reads a body only where its type is "application/json" and not a letter more.
        this.exactTypes = Paths.isEngineRest(Paths.of(request));
        if (exactTypes) {
            response.setCharacterEncoding(null);
        }
    }

    /** Sets a header that nobody behind the filter changes any more. */
    final void own(String name, String value) {
        own.put(name, value);
        super.setHeader(name, value);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!own.containsKey(name)) {
            super.setHeader(name, checked(name, value));
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!own.containsKey(name)) {
            super.addHeader(name, checked(name, value));
        }
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        sayWhenToComeBack(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        sayWhenToComeBack(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sayWhenToComeBack(status);
        super.sendError(status, message);
    }

    @Override
    public void setCharacterEncoding(String charset) {
        if (!exactTypes) {
            super.setCharacterEncoding(charset);
        }
    }

    @Override
    public void reset() {
        super.reset();
        own.forEach(super::setHeader);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (leadsAstray(location)) {
            sendError(SC_BAD_REQUEST);
            return;
        }
        super.sendRedirect(location);
    }

    /** Every "later" says when, whoever answers it; who knows better sets the header itself, before or behind. */
    private void sayWhenToComeBack(int status) {
        if ((status == SC_SERVICE_UNAVAILABLE || status == TOO_MANY_REQUESTS)
                && !containsHeader(RefusalHeaders.RETRY_AFTER)) {
            super.setHeader(RefusalHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private String checked(String name, String value) {
        if (name.equalsIgnoreCase(LOCATION) && leadsAstray(value)) {
            return "/";
        }
        boolean bare = secure
                && name.equalsIgnoreCase(SET_COOKIE)
                && !value.toLowerCase().contains(";secure")
                && !value.toLowerCase().contains("; secure");
        return bare ? value + "; Secure" : value;
    }

    /**
     * Browsers take {@code //host} and {@code /\host} for another host, and skip control characters while they look.
     * Camunda builds redirects from the path as it was sent, so {@code GET //evil.example/../camunda/app} would give
     * one.
     */
    private static boolean leadsAstray(String location) {
        if (location == null) {
            return false;
        }
        String path = location.replace('\\', '/');
        return path.startsWith("//") || location.chars().anyMatch(sign -> sign <= ' ' || sign == '\\');
    }
}
