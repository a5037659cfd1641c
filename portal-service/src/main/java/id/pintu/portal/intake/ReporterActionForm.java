package id.pintu.portal.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Form of an action of a reporter on their own complaint.
 *
 * @param key secret of the complaint's reporter
 * @param stars of a rating; 0 when none are chosen: nothing is chosen for the reporter
 */
public record ReporterActionForm(String key, String text, Integer stars) {

    public static final ReporterActionForm EMPTY = new ReporterActionForm(null, null, null);

    public ReporterActionForm(@Nullable String key, @Nullable String text, @Nullable Integer stars) {
        this.key = key == null ? "" : key.strip();
        this.text = text == null ? "" : text;
        this.stars = stars == null ? Integer.valueOf(0) : stars;
    }

    /** The form with the key that the reporter did not have to type. */
    public ReporterActionForm withKey(String other) {
        return new ReporterActionForm(other, text, stars);
    }

    /** Fields without which the action cannot be sent; empty when all are there. */
    public Set<String> missingFields(ReporterAction action) {
        return Stream.of(
                        action == ReporterAction.RATE && stars == 0 ? "stars" : "",
                        action.needsText() && text.isBlank() ? "text" : "",
                        key.isEmpty() ? "key" : "")
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
