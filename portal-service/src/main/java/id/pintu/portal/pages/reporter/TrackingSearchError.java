package id.pintu.portal.pages.reporter;

import org.springframework.http.HttpStatus;

/** Why a search for a tracking number found no complaint. */
enum TrackingSearchError {
    MALFORMED(HttpStatus.BAD_REQUEST),
    UNKNOWN(HttpStatus.NOT_FOUND);

    private final HttpStatus status;

    TrackingSearchError(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
