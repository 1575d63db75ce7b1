package vn.outreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an answer of /api/v1 must look like. */
public final class ApiAssert {

    private ApiAssert() {
    }

    /** A problem with this status, code and field; the field is null where none is named. */
    public static void assertRefused(MvcTestResult answer, int status, String code, String field) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
        if (field == null) {
            assertThat(answer).bodyJson().doesNotHavePath("$.field");
        } else {
            assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
        }
    }
}
