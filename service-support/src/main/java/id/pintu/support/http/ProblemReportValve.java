package id.pintu.support.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tomcat valve that answers with problem+json what Tomcat itself refuses before any filter: a request line that is
 * malformed, headers that are too long. Tomcat creates it by its class name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter()
                    .write(JsonMapper.shared().writeValueAsString(ProblemResponseWriter.ofStatus(status)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            containerDisconnected(e);
        }
    }

    private void containerDisconnected(Exception e) {
        if (getContainer().getLogger().isDebugEnabled()) {
            getContainer().getLogger().debug("the problem cannot be sent", e);
        }
    }
}
