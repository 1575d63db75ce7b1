package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.web.http.FilterOrder;

/**
 * The firewall, before anything else reads the address: Spring takes an address apart in front of its own firewall, and
 * fails on those that the firewall would refuse.
 */
@Component
@Order(FilterOrder.ADDRESS)
final class AddressFilter extends OncePerRequestFilter {

    /** Letters, digits and the like that are written in code although nobody has to: only to hide a word. */
    private static final Pattern DISGUISED =
            Pattern.compile("%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

    private final HttpFirewall firewall;
    private final AccessAnswers answers;

    AddressFilter(HttpFirewall firewall, AccessAnswers answers) {
        this.firewall = firewall;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
            if (DISGUISED.matcher(request.getRequestURI()).find()) {
                throw new RequestRejectedException("disguised");
            }
        } catch (RequestRejectedException trick) {
            answers.handle(request, response, trick);
            return;
        }
        chain.doFilter(request, response);
    }
}
