package id.pintu.portal.pages.desk;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Notice at the top of the desk's page. Those of what happened to the previous complaint can stand in its URL. */
enum DeskNotice {
    ASSIGNED("teruskan", HttpStatus.OK),
    ASSIGNED_WITH_OTHERS("teruskan-bersama", HttpStatus.OK),
    ARCHIVED("arsip", HttpStatus.OK),
    ARCHIVED_WITH_OTHERS("arsip-bersama", HttpStatus.OK),
    RULED("putuskan", HttpStatus.OK),
    /** No complaint about the incident waited any more: another officer decided first, or this one pressed twice. */
    ALREADY_DECIDED("selesai", HttpStatus.OK),
    /** Another officer decided first. */
    DECIDED_BY_ANOTHER("terlambat", HttpStatus.OK),
    INVALID_FIELDS("malformed", HttpStatus.BAD_REQUEST),
    ACTION_UNCERTAIN("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    QUEUE_UNREACHABLE("unreachable", HttpStatus.SERVICE_UNAVAILABLE);

    private final String key;
    private final HttpStatus status;

    DeskNotice(String key, HttpStatus status) {
        this.key = key;
        this.status = status;
    }

    /** The notice with this value of the query parameter; empty for an unknown value. */
    static Optional<DeskNotice> ofQueryValue(String value) {
        return Arrays.stream(values())
                .filter(notice -> notice.status == HttpStatus.OK && notice.key.equals(value))
                .findFirst();
    }

    String queryValue() {
        return key;
    }

    public String messageKey() {
        return "desk.notice." + key;
    }

    /** Status of a page that shows this notice. */
    public HttpStatus status() {
        return status;
    }

    /** This notice of an action, for the number of complaints it applied to. */
    DeskNotice forComplaints(int count) {
        if (count == 0) {
            return ALREADY_DECIDED;
        }
        return switch (this) {
            case ASSIGNED -> count == 1 ? this : ASSIGNED_WITH_OTHERS;
            case ARCHIVED -> count == 1 ? this : ARCHIVED_WITH_OTHERS;
            default -> this;
        };
    }
}
