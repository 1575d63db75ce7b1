package vn.outreach.security.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Says that somebody logged out in this browser, so that the next login asks for the password instead of slipping in.
 */
final class LeftCookie {

    private static final String NAME = "outreach-left";

    private LeftCookie() {}

    static boolean isSent(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(NAME));
    }

    static void set(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "1", Duration.ofDays(1));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        if (isSent(request)) {
            send(request, response, "", Duration.ZERO);
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
