package id.pintu.portal.intake;

import org.jspecify.annotations.Nullable;

/**
 * Form of an action of a reporter on their own complaint.
 *
 * @param key secret of the complaint's reporter
 * @param stars of a rating; 0 for other actions
 */
public record ReporterActionForm(String key, String text, Integer stars) {

    public static final ReporterActionForm EMPTY = new ReporterActionForm(null, null, null);

    public ReporterActionForm(@Nullable String key, @Nullable String text, @Nullable Integer stars) {
        this.key = key == null ? "" : key.strip();
        this.text = text == null ? "" : text;
        this.stars = stars == null ? Integer.valueOf(0) : stars;
    }
}
