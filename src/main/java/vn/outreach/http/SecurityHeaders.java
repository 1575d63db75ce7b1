package vn.outreach.http;

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
     * "unsafe-eval", which only scripts in HTML forms need; ours are JSON. Styles stand in the pages' attributes. Modals: who leaves a
     * form with changes is asked, and pages can be printed. A photo just taken is shown from the browser's memory. A window that
     * a page opens is not in its sandbox: Chromium would show neither our pages nor a PDF in it.
     */
    private static final String PAGE = "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'self'; object-src 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; "
            + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads "
            + "allow-modals";
    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {
    }

    static void put(BiConsumer<String, String> answer, String path, boolean secure) {
        answer.accept("X-Content-Type-Options", "nosniff");
        answer.accept("X-Frame-Options", "DENY");
        answer.accept("Referrer-Policy", "same-origin");
        answer.accept("Permissions-Policy",
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
