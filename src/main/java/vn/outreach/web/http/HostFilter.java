package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to its own names. A name of somebody else's that is pointed at the office's server (DNS rebinding) would
 * make their page's scripts "same origin" with us; an address cannot be pointed anywhere, so it may be used for a
 * trial.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(HostFilter.class);
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Problem UNKNOWN = new Problem(
            HttpServletResponse.SC_FORBIDDEN,
            "host-unknown",
            "Không có quyền",
            "Hệ thống không nhận yêu cầu gửi đến tên máy chủ này. Hãy dùng địa chỉ được quản trị viên thông báo.");

    private final Set<String> names = new TreeSet<>();

    HostFilter(URI baseUrl, Collection<String> others) {
        names.add("localhost");
        if (baseUrl.getHost() != null) {
            names.add(baseUrl.getHost().toLowerCase(Locale.ROOT));
        }
        others.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The oldest clients name no host: then there is no name that could be somebody else's.
        if (request.getHeader(HttpHeaders.HOST) == null || isOurs(request.getServerName())) {
            chain.doFilter(request, response);
            return;
        }
        LOG.warn("Request for the unknown host {} refused; names are set in outreach.hosts", request.getServerName());
        UNKNOWN.send(request, response);
    }

    private boolean isOurs(String host) {
        return ADDRESS.matcher(host).matches() || names.contains(host.toLowerCase(Locale.ROOT));
    }
}
