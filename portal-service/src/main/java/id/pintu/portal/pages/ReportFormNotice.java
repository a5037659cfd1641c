package id.pintu.portal.pages;

import org.springframework.http.HttpStatus;

/** Notice above the report form when the report was not filed. */
enum ReportFormNotice {
    /** Each invalid field shows its error. */
    INVALID_FIELDS("notice.refused", HttpStatus.BAD_REQUEST),
    /** Something is invalid that has no field on the page. */
    INVALID_ELSEWHERE("notice.refused.elsewhere", HttpStatus.BAD_REQUEST),
    /** The same form was sent before with another text. */
    ALREADY_FILED("notice.already-filed", HttpStatus.CONFLICT),
    UNAVAILABLE("notice.unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private final String messageKey;
    private final HttpStatus status;

    ReportFormNotice(String messageKey, HttpStatus status) {
        this.messageKey = messageKey;
        this.status = status;
    }

    public String messageKey() {
        return messageKey;
    }

    HttpStatus status() {
        return status;
    }
}
