package vn.outreach.security.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.Bootstrap;
import vn.outreach.web.http.FilterOrder;
import vn.outreach.web.http.ReadRequest;

/**
 * Cockpit's own list of instances finds them by the values of their variables without asking for the right to read
 * these. Administrators see that an admission runs, and must not learn from it by trying values.
 */
@Component
@Order(FilterOrder.SEARCH)
final class CockpitSearchFilter extends OncePerRequestFilter {

    private static final String LISTS = "/camunda/api/cockpit/plugin/base/default/";
    private static final String VARIABLES = "variables";

    private final ObjectMapper json;
    private final AccessAnswers answers;

    CockpitSearchFilter(ObjectMapper json, AccessAnswers answers) {
        this.json = json;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(LISTS) || !isAdministrator();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (asksByValue(request)) {
            answers.refused(
                    request,
                    response,
                    Refusal.forbidden(
                            "not-allowed", "Quản trị viên không được tìm hồ sơ theo giá trị của trường dữ liệu."));
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean asksByValue(HttpServletRequest request) throws IOException {
        if (request.getParameter(VARIABLES) != null) {
            return true;
        }
        byte[] body = ReadRequest.bodyOf(request);
        try {
            return json.readTree(body).findValues(VARIABLES).stream().anyMatch(values -> !values.isEmpty());
        } catch (JsonProcessingException unreadable) {
            // Whoever it is for says so.
            return false;
        }
    }

    private static boolean isAdministrator() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.getPrincipal() instanceof Caller caller
                && caller.groups().contains(Bootstrap.ADMINISTRATORS);
    }
}
