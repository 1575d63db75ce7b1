package vn.outreach.security.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A session of the webapps as a browser keeps it: the cookie, and the token against forged requests. */
final class WebSession {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
    private static final String PAGE = "/camunda/app/welcome/default/";

    private final int port;
    private String session;
    private String token;

    WebSession(int port) {
        this.port = port;
    }

    /** Opens the page of the login form. */
    WebSession open() {
        RawHttp.Answer page = RawHttp.send(port, "127.0.0.1", "GET", PAGE);
        session = value(page, "JSESSIONID");
        token = value(page, "XSRF-TOKEN");
        return this;
    }

    WebSession login(String user, String password) {
        open();
        RawHttp.Answer answer = form(user, password);
        if (answer.status() != 200) {
            throw new AssertionError("no login for " + user + ": " + answer.text());
        }
        session = value(answer, "JSESSIONID");
        // The session has a new number now, and the token belongs to the session.
        token = value(RawHttp.send(port, "127.0.0.1", "GET", PAGE, "Cookie: " + cookie()), "XSRF-TOKEN");
        return this;
    }

    RawHttp.Answer form(String user, String password) {
        return post(LOGIN + "welcome", "username=" + user + "&password=" + password,
                "Content-Type: application/x-www-form-urlencoded", "X-XSRF-TOKEN: " + token);
    }

    RawHttp.Answer get(String path) {
        return RawHttp.send(port, "127.0.0.1", "GET", path, "Cookie: " + cookie(), "Accept: application/json");
    }

    /** A request with the session's cookie, and the token only if it is among the headers. */
    RawHttp.Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    RawHttp.Answer send(String verb, String path, String body, String... headers) {
        return RawHttp.sendBody(port, verb, path, body,
                Stream.concat(Stream.of(headers), Stream.of("Cookie: " + cookie())).toArray(String[]::new));
    }

    String cookie() {
        return "JSESSIONID=" + session;
    }

    String number() {
        return session;
    }

    String tokenHeader() {
        return "X-XSRF-TOKEN: " + token;
    }

    static String value(RawHttp.Answer answer, String cookie) {
        Matcher found = Pattern.compile("(?i)set-cookie: " + cookie + "=([^;\\r]+)").matcher(answer.text());
        return found.find() ? found.group(1) : "";
    }
}
