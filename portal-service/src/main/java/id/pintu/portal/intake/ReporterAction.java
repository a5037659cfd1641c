package id.pintu.portal.intake;

import id.pintu.portal.tracking.ComplaintStatus;
import id.pintu.portal.tracking.TrackingReadModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a reporter can do about an own complaint, each by the name intake-service knows it under. */
public enum ReporterAction {
    REPLY,
    RATE,
    CONTEST,
    WITHDRAW,
    /** The Ombudsman may have it. */
    OMBUDSMAN_CONSENT;

    /** What intake may take while a complaint stands so; whether it does, it says itself. */
    public static List<ReporterAction> availableFor(TrackingReadModel tracking) {
        return Stream.concat(
                        tracking.awaitsOmbudsmanConsent() ? Stream.of(OMBUDSMAN_CONSENT) : Stream.of(),
                        availableFor(tracking.status()).stream())
                .toList();
    }

    private static List<ReporterAction> availableFor(ComplaintStatus status) {
        return switch (status) {
            case RECEIVED, AWAITING_DESK, ASSIGNED, VERIFIED, AWAITING_REPORTER, FOLLOWED_UP, REPLIED, CONTESTED ->
                List.of(REPLY, WITHDRAW);
            case RESOLVED -> List.of(RATE, CONTEST);
            case CLOSED, ARCHIVED -> List.of(CONTEST);
            case WITHDRAWN -> List.of();
        };
    }

    /** Such as {@code reply}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> body(String text, int stars) {
        return switch (this) {
            case REPLY -> Map.of("text", text);
            case CONTEST, WITHDRAW -> Map.of("reason", text);
            case RATE -> Map.of("stars", stars, "comment", text);
            case OMBUDSMAN_CONSENT -> Map.of();
        };
    }
}
