package vn.outreach.web.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import vn.outreach.web.RefusalHeaders;

/**
 * What Tomcat itself says of requests that never reach the application: a line that is no request, a path that cannot
 * be decoded. No version, no trace, no word of what was sent.
 */
public final class PlainErrorReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] page = Sentences.page(Sentences.of(status)).getBytes(StandardCharsets.UTF_8);
        try {
            if (status == Response.SC_SERVICE_UNAVAILABLE) {
                response.setHeader(RefusalHeaders.RETRY_AFTER, "5");
            }
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(page, StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Whoever sent it has hung up: there is nobody to tell.
        }
    }
}
