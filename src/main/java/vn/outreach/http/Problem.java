package vn.outreach.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the doors themselves as problem+json (RFC 9457). The sentence stands there twice: clients of Camunda's
 * API, Tasklist among them, look for it in {@code message}.
 */
public record Problem(int status, String code, String title, String detail) {

    static final String TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public void send(HttpServletResponse response) throws IOException {
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    String json() throws JsonProcessingException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", title);
        fields.put("status", status);
        fields.put("code", code);
        fields.put("detail", detail);
        fields.put("message", detail);
        return JSON.writeValueAsString(fields);
    }
}
