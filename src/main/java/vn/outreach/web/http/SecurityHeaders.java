package vn.outreach.web.http;

import java.util.function.BiConsumer;

/** What browsers are told with every answer. */
final class SecurityHeaders {

    static final String POLICY = "Content-Security-Policy";
    static final String CACHE = "Cache-Control";

    private static final String NO_STORE = "no-store";
    /** Scripts and styles are kept, but never used unasked: a new release must not meet half of the old one. */
    private static final String ASK_FIRST = "no-cache";
    /** For all that is no page: should a browser show it as one, nothing in it runs, loads or is framed. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /**
     * For the webapps' pages: as Camunda's own, without the fallbacks for browsers that know no nonce and without
     * "unsafe-eval", which only scripts in HTML forms need; ours are JSON. Styles stand in the pages' attributes. A
     * photo just taken is shown from the browser's memory. No sandbox: the pages need scripts and their own origin,
     * with which it keeps nothing out, and browsers warn of that on every page.
     */
    private static final String PAGE = "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'self'; object-src 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    static void put(BiConsumer<String, String> answer, String path, boolean secure) {
        answer.accept("X-Content-Type-Options", "nosniff");
        answer.accept("X-Frame-Options", "DENY");
        answer.accept("Referrer-Policy", "same-origin");
        answer.accept(
                "Permissions-Policy",
                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");
        answer.accept("Cross-Origin-Opener-Policy", "same-origin");
        answer.accept("Cross-Origin-Resource-Policy", "same-origin");
        answer.accept(POLICY, NOTHING);
        if (secure) {
            // Told over http it would be ignored, and behind a proxy that is not trusted nobody knows.
            answer.accept("Strict-Transport-Security", A_YEAR);
        }
        if (Paths.isData(path)) {
            answer.accept(CACHE, NO_STORE);
        } else if (Paths.isFile(path)) {
            answer.accept(CACHE, ASK_FIRST);
        }
    }

    static void putPage(GuardedResponse answer, String nonce) {
        answer.own(POLICY, PAGE.formatted(nonce));
        answer.own(CACHE, NO_STORE);
    }
}
