package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from the office's directory: a session of the webapps begins for the engine's user of that name.
 */
@Component
@Profile("oidc")
final class OidcArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OidcArrival.class);

    private final LoginAudit audit;

    OidcArrival(LoginAudit audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication arrived) throws IOException {
        String wanted = OidcEntryFilter.wanted(request);
        UserAuthentication login = AuthenticationUtil.createAuthentication(SessionLogin.ENGINE, arrived.getName());
        if (login == null) {
            audit.unknown(arrived.getName());
            tell(
                    response,
                    "Tài khoản “" + arrived.getName()
                            + "” chưa được cấp quyền trong hệ thống; hãy liên hệ quản trị viên.");
            return;
        }
        AuthenticationUtil.revalidateSession(request, login);
        audit.loggedIn(login.getIdentityId(), "OpenID Connect");
        LeftCookie.clear(request, response);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, wanted);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Login at the office's directory failed: {}", failure.getMessage());
        tell(response, "Đăng nhập qua hệ thống của cơ quan không thành công; hãy thử lại hoặc liên hệ quản trị viên.");
    }

    private static void tell(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }
}
