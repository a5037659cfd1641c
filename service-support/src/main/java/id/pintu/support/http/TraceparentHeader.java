package id.pintu.support.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: the caller's if it sent one, a new one otherwise. */
public final class TraceparentHeader {

    public static final String NAME = "traceparent";

    private static final Pattern FORMAT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceparentHeader() {}

    public static Optional<String> orNew(@Nullable String header) {
        return Optional.of(header != null && FORMAT.matcher(header).matches() ? header : random());
    }

    private static String random() {
        byte[] random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
    }
}
