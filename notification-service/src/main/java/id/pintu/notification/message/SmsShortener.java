package id.pintu.notification.message;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Shortener of SMS texts to 160 characters: it truncates reason and institution, never the number or the link. */
final class SmsShortener {

    private static final int MAX_LENGTH = 160;
    private static final List<String> SHORTENED = List.of("reason", "institution");
    private static final String ELLIPSIS = "..";

    private SmsShortener() {}

    static String shorten(Map<String, String> facts, Function<Map<String, String>, String> renderer) {
        Map<String, String> fitting = new HashMap<>(facts);
        fitting.replaceAll((name, fact) -> plain(fact));
        for (String name : SHORTENED) {
            int excess = renderer.apply(fitting).length() - MAX_LENGTH;
            if (excess > 0) {
                fitting.computeIfPresent(name, (key, fact) -> shortened(fact, excess));
            }
        }
        return renderer.apply(fitting);
    }

    private static String shortened(String fact, int by) {
        int length = Math.max(0, fact.length() - by - ELLIPSIS.length());
        return fact.substring(0, length).strip() + ELLIPSIS;
    }

    /** Removes all characters that do not count as exactly one in the GSM alphabet. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\s+", " ")
                .replaceAll("[^ -Z_a-z]", "")
                .strip();
    }
}
