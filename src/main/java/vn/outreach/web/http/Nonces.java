package vn.outreach.web.http;

import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Makes a nonce for each page. Camunda keeps the nonce of the page served last in the servlet context, for all to take:
 * two pages at once, and one of them has the other's nonce and runs no script. Here the context holds a mark that never
 * changes while the application runs, and the page that leaves has its own nonce in the mark's place.
 */
final class Nonces implements ServletContextInitializer {

    private static final int BYTES = 18;
    private static final String INTERPRET = "data-ng-csp=\"no-unsafe-eval\"";

    private final SecureRandom random = new SecureRandom();
    /** Made anew at each start: nobody can know it and have it changed into a nonce. */
    private final String mark = next();

    @Override
    public void onStartup(ServletContext context) {
        context.setAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE, mark);
    }

    String next() {
        byte[] octets = new byte[BYTES];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /**
     * The page with this nonce in every place that Camunda marked. AngularJS is told to interpret its expressions: it
     * would find out by itself that it may not compile them, but by trying.
     */
    String putInto(String page, String nonce) {
        return page.replace(attribute(mark), attribute(nonce)).replaceFirst("<html\\b", "<html " + INTERPRET);
    }

    private static String attribute(String nonce) {
        return "nonce=\"" + nonce + "\"";
    }
}
