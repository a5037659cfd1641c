package id.pintu.portal.intake;

import id.pintu.portal.tracking.ComplaintStatus;
import id.pintu.portal.tracking.TrackingReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Action of a reporter on their own complaint. */
public enum ReporterAction {
    REPLY("jawab"),
    RATE("nilai"),
    CONTEST("keberatan"),
    WITHDRAW("cabut"),
    /** Agrees that the complaint is handed over to the Ombudsman. */
    OMBUDSMAN_CONSENT("ombudsman");

    private final String page;

    ReporterAction(String page) {
        this.page = page;
    }

    /** The action of a page; empty when it has none. */
    public static Optional<ReporterAction> ofPage(String page) {
        return Arrays.stream(values())
                .filter(action -> action.page.equals(page))
                .findFirst();
    }

    /** Last segment of the address of its page, such as {@code jawab}. */
    public String page() {
        return page;
    }

    /** Whether it ends the complaint, or cannot be taken back. */
    public boolean isFinal() {
        return switch (this) {
            case RATE, WITHDRAW, OMBUDSMAN_CONSENT -> true;
            case REPLY, CONTEST -> false;
        };
    }

    /** The actions to offer for a complaint with this status; intake-service checks them again. */
    public static List<ReporterAction> availableFor(TrackingReadModel tracking) {
        return Stream.concat(
                        tracking.awaitsOmbudsmanConsent() ? Stream.of(OMBUDSMAN_CONSENT) : Stream.of(),
                        availableFor(tracking.status()).stream())
                .filter(action -> action != CONTEST || tracking.canBeContested())
                .toList();
    }

    private static List<ReporterAction> availableFor(ComplaintStatus status) {
        return switch (status) {
            case RECEIVED, AWAITING_DESK, ASSIGNED, VERIFIED, AWAITING_REPORTER, FOLLOWED_UP, REPLIED, CONTESTED ->
                List.of(REPLY, WITHDRAW);
            case RESOLVED -> List.of(RATE, CONTEST);
            case ARCHIVED -> List.of(CONTEST);
            case CLOSED, WITHDRAWN -> List.of();
        };
    }

    /** Last segment of the path in intake-service, such as {@code reply}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the reporter has to write something. */
    public boolean needsText() {
        return switch (this) {
            case REPLY, CONTEST, WITHDRAW -> true;
            case RATE, OMBUDSMAN_CONSENT -> false;
        };
    }

    /** JSON body of the request. */
    Map<String, Object> body(ReporterActionForm form) {
        return switch (this) {
            case REPLY -> Map.of("text", form.text());
            case CONTEST, WITHDRAW -> Map.of("reason", form.text());
            case RATE -> Map.of("stars", form.stars(), "comment", form.text());
            case OMBUDSMAN_CONSENT -> Map.of();
        };
    }
}
