package id.pintu.portal.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Writer of the header {@code Retry-After} of a page, in seconds. */
public final class RetryAfterHeader {

    private RetryAfterHeader() {}

    public static void set(HttpServletResponse response, Optional<Duration> wait) {
        wait.ifPresent(time -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
    }
}
