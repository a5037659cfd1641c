package id.pintu.support.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that limits the size of request bodies: a body that announces its length is refused before it is read,
 * and any other one as soon as it exceeds the limit. Tables and calendars, files and multipart forms have limits of their own.
 */
final class RequestBodyLimitFilter extends OncePerRequestFilter {

    /** Where files are uploaded, of whatever type they are said to be. */
    private static final String FILES = "/v1/attachments";

    private final DataSize limit;
    private final DataSize tableLimit;
    private final DataSize fileLimit;
    private final DataSize multipartLimit;

    /**
     * @param limit of JSON, forms and everything else
     * @param tableLimit of CSV tables, iCalendar and YAML files
     * @param fileLimit of one file that is to be attached to a report
     * @param multipartLimit of forms with files
     */
    RequestBodyLimitFilter(DataSize limit, DataSize tableLimit, DataSize fileLimit, DataSize multipartLimit) {
        this.limit = limit;
        this.tableLimit = tableLimit;
        this.fileLimit = fileLimit;
        this.multipartLimit = multipartLimit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize allowed = allowed(request);
        if (request.getContentLengthLong() > allowed.toBytes()) {
            // Otherwise the body would have to be read to its end before the next request.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            ProblemResponseWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", message(allowed));
            return;
        }
        chain.doFilter(new LimitedRequest(request, allowed), response);
    }

    private DataSize allowed(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().equals(FILES)
                ? fileLimit
                : isMultipart(type) ? multipartLimit : isTable(type) ? tableLimit : limit;
    }

    private static boolean isMultipart(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    static String message(DataSize allowed) {
        return "The body has more than " + allowed.toKilobytes() + " kB.";
    }

    private static boolean isTable(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return !type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
                    && !type.getSubtype().equals("json")
                    && !type.getSubtype().endsWith("+json");
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Request whose body fails to be read beyond the limit. */
    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final DataSize allowed;

        LimitedRequest(HttpServletRequest request, DataSize allowed) {
            super(request);
            this.allowed = allowed;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInputStream(super.getInputStream(), allowed);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class LimitedInputStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize allowed;
        private long read;

        LimitedInputStream(ServletInputStream body, DataSize allowed) {
            this.body = body;
            this.allowed = allowed;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws BodyTooLargeException {
            read += more;
            if (read > allowed.toBytes()) {
                throw new BodyTooLargeException(message(allowed));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }

    /** Thrown while a body is read that exceeds its limit; becomes 413. */
    static final class BodyTooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        BodyTooLargeException(String message) {
            super(message);
        }
    }
}
