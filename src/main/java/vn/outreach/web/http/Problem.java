package vn.outreach.web.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.outreach.web.RefusalHeaders;

/**
 * An answer of the filters in front of the application. Below {@code /engine-rest} it has the form of Camunda's own
 * errors, which Camunda's clients parse: our code is text, theirs a number, so ours stands in the head. Elsewhere it is
 * problem+json (RFC 9457); there the sentence stands twice, for Tasklist looks for it in {@code message}.
 */
public record Problem(int status, String code, String title, String detail) {

    static final String TYPE = "application/problem+json";

    private static final String ENGINE_TYPE = "application/json";
    private static final String ENGINE_ERROR = "RestException";
    private static final ObjectMapper JSON = new ObjectMapper();

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean forEngineClients = Paths.isEngineRest(Paths.asked(request));
        byte[] body = JSON.writeValueAsBytes(forEngineClients ? engineError() : problem());
        response.setStatus(status);
        response.setHeader(RefusalHeaders.CODE, code);
        response.setContentType(forEngineClients ? ENGINE_TYPE : TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Map<String, Object> problem() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", title);
        fields.put("status", status);
        fields.put("code", code);
        fields.put("detail", detail);
        fields.put("message", detail);
        return fields;
    }

    private Map<String, Object> engineError() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", ENGINE_ERROR);
        fields.put("message", detail);
        fields.put("code", null);
        return fields;
    }
}
