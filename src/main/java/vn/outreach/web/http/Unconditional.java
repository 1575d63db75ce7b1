package vn.outreach.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * A request for what may be a page: it is answered whole. "Not modified" would join an old page to a new nonce, and a
 * part of a page is none. Scripts and pictures keep their conditions, so that browsers need not load them again.
 */
final class Unconditional extends HttpServletRequestWrapper {

    private final boolean mayBePage;

    Unconditional(HttpServletRequest request) {
        super(request);
        mayBePage = !Paths.isStaticFile(Paths.of(request));
    }

    private boolean hides(String name) {
        return mayBePage && (name.regionMatches(true, 0, "If-", 0, 3) || name.equalsIgnoreCase("Range"));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return hides(name) ? -1 : super.getDateHeader(name);
    }
}
