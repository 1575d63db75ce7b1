package vn.outreach.web.http;

import jakarta.servlet.ServletContext;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;

/**
 * For pages of the product: what to write into a script's {@code nonce} attribute; it leaves as the nonce of that
 * answer.
 */
public final class PageNonce {

    private PageNonce() {}

    public static String mark(ServletContext context) {
        return String.valueOf(context.getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE));
    }
}
