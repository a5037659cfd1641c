package id.pintu.portal.pages.reporter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tracking page tells about the step before it, from its address.
 *
 * @param sudah what was done, such as {@code jawab}
 * @param dibuka by what the reporter opened the complaint: {@code kunci} or {@code tautan}
 * @param tautan why the link of a notice did not open it: {@code kedaluwarsa} or {@code gangguan}
 */
record TrackingNotice(
        @Nullable String sudah,
        @Nullable String dibuka,
        @Nullable String tautan) {

    private static final Set<String> DONE =
            Set.of("jawab", "nilai", "keberatan", "cabut", "ombudsman", "ditutup", "tidak-dapat");
    private static final Set<String> LINKS = Set.of("kedaluwarsa", "gangguan");

    /** Key of the text; empty when there is nothing to tell. */
    Optional<String> messageKey(HttpServletRequest request, boolean isReporter) {
        if (dibuka != null && !isReporter && !ReporterCookie.areAccepted(request)) {
            return Optional.of("tracking.no-cookies");
        }
        if (dibuka != null && isReporter) {
            return Optional.of("tracking.opened");
        }
        if (tautan != null && LINKS.contains(tautan)) {
            return Optional.of("tracking.link." + tautan);
        }
        return Optional.ofNullable(sudah).filter(DONE::contains).map(done -> "tracking.done." + done);
    }
}
