package id.pintu.house.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: the caller's if it sent one, a new one otherwise. */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    public static Optional<String> of(@Nullable String header) {
        return Optional.of(header != null && FORM.matcher(header).matches() ? header : fresh());
    }

    private static String fresh() {
        byte[] random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
    }
}
