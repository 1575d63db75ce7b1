package vn.outreach.web.http;

import org.springframework.core.Ordered;

/**
 * The order in which a request passes the filters, outermost first. Camunda's own filters are registered without an
 * order and come behind all of these.
 */
public final class FilterOrder {

    /** Headers stand on every answer, also on those of the filters behind; pages get their nonce here. */
    static final int HEADERS = Ordered.HIGHEST_PRECEDENCE;

    /** Where a request comes from is known to everything behind. */
    public static final int ORIGIN = Ordered.HIGHEST_PRECEDENCE + 1;

    /** An address that could be read in two ways is refused before anybody reads it. */
    public static final int ADDRESS = Ordered.HIGHEST_PRECEDENCE + 2;

    /** Nothing is answered before the application is complete. */
    static final int READINESS = Ordered.HIGHEST_PRECEDENCE + 10;

    /** What needs a database that is away is answered before anybody asks it. */
    static final int DATABASE = Ordered.HIGHEST_PRECEDENCE + 15;

    /** A name that is not ours is refused before anybody is asked who they are. */
    static final int HOST = Ordered.HIGHEST_PRECEDENCE + 20;

    /** The login form of the webapps, before Camunda sees what was sent. */
    public static final int LOGIN_FORM = Ordered.HIGHEST_PRECEDENCE + 30;

    /** Who it is and what they may: Spring Security's chain, where Spring Boot puts it. Behind it only known people. */
    static final int LOGIN = -100;

    /** Behind the login, so that only users, and the login form, make the server hold a body. */
    static final int BODY = 50;

    /** Looks into a body, so behind whoever has read it. */
    public static final int SEARCH = 55;

    /** Static files of the webapps leave the way to Camunda's filters here: those would make a session for each. */
    static final int STATIC_FILES = 60;

    /** How long a session lives is settled around Camunda's filters, which log in and out. */
    static final int SESSION = 70;

    private FilterOrder() {}
}
