package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the outermost filter does with pages and with what others say about headers, whoever stands behind it. */
class HeadersFilterTest {

    private final HeadersFilter filter = new HeadersFilter(new Nonces());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aPageIsAskedForWithoutConditions_aFileWithThem() throws Exception {
        pass("/camunda/app/cockpit/page.html", (request, answer) -> {
            assertThat(((HttpServletRequest) request).getHeader("If-None-Match")).isNull();
            assertThat(((HttpServletRequest) request).getHeaders("If-None-Match").hasMoreElements()).isFalse();
            assertThat(((HttpServletRequest) request).getDateHeader("If-Modified-Since")).isEqualTo(-1);
            assertThat(((HttpServletRequest) request).getHeader("Range")).isNull();
            assertThat(((HttpServletRequest) request).getHeader("Accept")).isEqualTo("*/*");
        });
        pass("/camunda/app/cockpit/script.js", (request, answer) ->
                assertThat(((HttpServletRequest) request).getHeader("If-None-Match")).isEqualTo("\"1\""));
    }

    @Test
    void aPageThatFailsHalfWayLeavesNothingOfItself() throws Exception {
        pass("/camunda/app/cockpit/page.html", (request, answer) -> {
            answer.setContentType("text/html");
            answer.getWriter().write("<script nonce=\"x\">");
            ((HttpServletResponse) answer).sendError(500);
        });
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEmpty();
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void nobodyLoosensTheHeadersOfTheFilter_notEvenByStartingAnew() throws Exception {
        pass("/engine-rest/task", (request, answer) -> {
            HttpServletResponse loose = (HttpServletResponse) answer;
            loose.setHeader("content-security-policy", "default-src *");
            loose.addHeader("X-Frame-Options", "SAMEORIGIN");
            loose.setHeader("Cache-Control", "public");
            loose.reset();
            loose.setHeader("Cache-Control", "no-cache");
        });
        assertThat(response.getHeaders("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.getHeaders("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void noRedirectLeadsAstray_aPlainOnePasses() throws Exception {
        for (String astray : new String[] {"//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", " //evil"}) {
            MockHttpServletResponse refused = new MockHttpServletResponse();
            filter.doFilter(request("/"), refused, (request, answer) -> ((HttpServletResponse) answer).sendRedirect(astray));
            assertThat(refused.getStatus()).as(astray).isEqualTo(400);
            assertThat(refused.getHeader("Location")).isNull();
        }
        pass("/", (request, answer) -> ((HttpServletResponse) answer).sendRedirect("/camunda/app/"));
        assertThat(response.getHeader("Location")).isEqualTo("/camunda/app/");
    }

    private void pass(String path, FilterChain behind) throws Exception {
        filter.doFilter(request(path), response, behind);
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.addHeader("Accept", "*/*");
        request.addHeader("If-None-Match", "\"1\"");
        request.addHeader("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT");
        request.addHeader("Range", "bytes=0-10");
        return request;
    }
}
