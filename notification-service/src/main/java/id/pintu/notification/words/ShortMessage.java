package id.pintu.notification.words;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes words fit one SMS: what people wrote is shortened, the number and the link never. */
final class ShortMessage {

    private static final int LONGEST = 160;
    private static final List<String> SHORTENED = List.of("reason", "institution");
    private static final String CUT = "..";

    private ShortMessage() {}

    static String of(Map<String, String> facts, Function<Map<String, String>, String> words) {
        Map<String, String> fitting = new HashMap<>(facts);
        fitting.replaceAll((name, fact) -> plain(fact));
        for (String name : SHORTENED) {
            int excess = words.apply(fitting).length() - LONGEST;
            if (excess > 0) {
                fitting.computeIfPresent(name, (key, fact) -> shortened(fact, excess));
            }
        }
        return words.apply(fitting);
    }

    private static String shortened(String fact, int by) {
        int length = Math.max(0, fact.length() - by - CUT.length());
        return fact.substring(0, length).strip() + CUT;
    }

    /** Only what takes one of the 160 places in the GSM alphabet. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\s+", " ")
                .replaceAll("[^ -Z_a-z]", "")
                .strip();
    }
}
