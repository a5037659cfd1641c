package id.pintu.support.http;

import java.text.Normalizer;

/**
 * Normalizer of every text that a client sends, before it is validated: Unicode NFC, line ends as {@code \n}, and without
 * characters that cannot be seen and change how a text is read: control characters other than tab and line feed,
 * direction marks (Unicode's bidirectional controls), zero-width spaces, soft hyphens and byte order marks. A lone
 * surrogate, which UTF-8 cannot hold, becomes U+FFFD. A text that shows nothing at all becomes empty.
 *
 * <p>Joiners (U+200C, U+200D) are kept: scripts and emoji need them.
 */
public final class InputTextNormalizer {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_SUPPLEMENTARY = Character.MIN_SUPPLEMENTARY_CODE_POINT;

    private InputTextNormalizer() {}

    public static String normalize(String text) {
        String composed = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder(composed.length());
        boolean visible = false;
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            i += codePoint >= FIRST_SUPPLEMENTARY ? 2 : 1;
            if (Character.getType(codePoint) == Character.SURROGATE) {
                codePoint = REPLACEMENT;
            }
            if (!isDropped(codePoint)) {
                kept.appendCodePoint(codePoint);
                visible |= isVisible(codePoint);
            }
        }
        return visible ? kept.toString() : "";
    }

    private static boolean isDropped(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', 0x200C, 0x200D -> false;
            default -> {
                int type = Character.getType(codePoint);
                // Tags (plane 14) are format characters too: flags of regions are written with them.
                yield type == Character.CONTROL || (type == Character.FORMAT && codePoint < FIRST_SUPPLEMENTARY);
            }
        };
    }

    /** Blank though it is no white space by Unicode: fillers of Hangul, the empty Braille pattern. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default ->
                switch (codePoint) {
                    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> false;
                    default -> true;
                };
        };
    }
}
