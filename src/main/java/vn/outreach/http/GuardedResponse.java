package vn.outreach.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer whose security headers are the door's: what others say about them later is dropped, and a reset keeps them.
 * Cookies are marked secure where the request was, and no redirect leads to another host by a crooked path.
 */
class GuardedResponse extends HttpServletResponseWrapper {

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String LOCATION = "Location";

    private final Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean secure;

    GuardedResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.secure = request.isSecure();
    }

    /** Sets a header that nobody behind the door changes any more. */
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

    private String checked(String name, String value) {
        if (name.equalsIgnoreCase(LOCATION) && leadsAstray(value)) {
            return "/";
        }
        boolean bare = secure && name.equalsIgnoreCase(SET_COOKIE) && !value.toLowerCase().contains(";secure")
                && !value.toLowerCase().contains("; secure");
        return bare ? value + "; Secure" : value;
    }

    /**
     * Browsers take {@code //host} and {@code /\host} for another host, and skip control characters while they look.
     * Camunda builds redirects from the path as it was sent, so {@code GET //evil.example/../camunda/app} would give one.
     */
    private static boolean leadsAstray(String location) {
        if (location == null) {
            return false;
        }
        String path = location.replace('\\', '/');
        return path.startsWith("//") || location.chars().anyMatch(sign -> sign <= ' ' || sign == '\\');
    }
}
