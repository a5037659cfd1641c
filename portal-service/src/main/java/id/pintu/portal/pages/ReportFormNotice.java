package id.pintu.portal.pages;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Notice above the report form when the report was not filed. */
enum ReportFormNotice {
    /** Each invalid field shows its error. */
    INVALID_FIELDS("notice.refused", HttpStatus.BAD_REQUEST),
    /** Something is invalid that has no field on the page. */
    INVALID_ELSEWHERE("notice.refused.elsewhere", HttpStatus.BAD_REQUEST),
    /** The same form was sent before with another text. */
    ALREADY_FILED("notice.already-filed", HttpStatus.CONFLICT),
    TOO_MANY_WAIT_A_MINUTE("notice.too-many.minute", Duration.ofMinutes(1)),
    TOO_MANY_WAIT_TEN_MINUTES("notice.too-many.ten-minutes", Duration.ofMinutes(10)),
    TOO_MANY_WAIT_AN_HOUR("notice.too-many.hour", Duration.ofHours(1)),
    /** More than an hour, or unknown. */
    TOO_MANY_WAIT_LONGER("notice.too-many.later", HttpStatus.TOO_MANY_REQUESTS),
    UNAVAILABLE("notice.unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private final String messageKey;
    private final HttpStatus status;

    /** Longest wait the notice is true of. */
    private final Duration longestWait;

    ReportFormNotice(String messageKey, HttpStatus status) {
        this(messageKey, status, Duration.ZERO);
    }

    ReportFormNotice(String messageKey, Duration longestWait) {
        this(messageKey, HttpStatus.TOO_MANY_REQUESTS, longestWait);
    }

    ReportFormNotice(String messageKey, HttpStatus status, Duration longestWait) {
        this.messageKey = messageKey;
        this.status = status;
        this.longestWait = longestWait;
    }

    /** The notice that tells this wait in words, rounded up. */
    static ReportFormNotice tooMany(Optional<Duration> wait) {
        return Stream.of(TOO_MANY_WAIT_A_MINUTE, TOO_MANY_WAIT_TEN_MINUTES, TOO_MANY_WAIT_AN_HOUR)
                .filter(notice -> wait.filter(time -> time.compareTo(notice.longestWait) <= 0)
                        .isPresent())
                .findFirst()
                .orElse(TOO_MANY_WAIT_LONGER);
    }

    public String messageKey() {
        return messageKey;
    }

    HttpStatus status() {
        return status;
    }
}
