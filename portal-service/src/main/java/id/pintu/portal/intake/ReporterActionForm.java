package id.pintu.portal.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Form of an action of a reporter on their own complaint.
 *
 * @param act name of the chosen {@link ReporterAction}; nothing is chosen for the reporter
 * @param key secret of the complaint's reporter
 * @param stars of a rating; 0 when none are chosen
 */
public record ReporterActionForm(String act, String key, String text, Integer stars) {

    public static final ReporterActionForm EMPTY = new ReporterActionForm(null, null, null, null);

    public ReporterActionForm(
            @Nullable String act, @Nullable String key, @Nullable String text, @Nullable Integer stars) {
        this.act = act == null ? "" : act.toUpperCase(Locale.ROOT);
        this.key = key == null ? "" : key.strip();
        this.text = text == null ? "" : text;
        this.stars = stars == null ? Integer.valueOf(0) : stars;
    }

    /** The chosen action, if one is chosen. */
    public Optional<ReporterAction> action() {
        return Stream.of(ReporterAction.values())
                .filter(action -> action.name().equals(act))
                .findFirst();
    }

    /** Fields without which the action cannot be sent; empty when all are there. */
    public Set<String> missingFields() {
        return Stream.of(
                        action().isEmpty() ? "act" : "",
                        action().filter(ReporterAction.RATE::equals).isPresent() && stars == 0 ? "stars" : "",
                        action().filter(ReporterAction::needsText).isPresent() && text.isBlank() ? "text" : "",
                        key.isEmpty() ? "key" : "")
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
