package id.pintu.support.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reader of a file's bytes as UTF-8, strictly: a file in another encoding is refused with the line of its first fault. */
public final class Utf8TextReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8TextReader() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws InvalidTableException if the bytes are not UTF-8
     */
    public static String read(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position());
        }
        String text = out.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static InvalidTableException notUtf8(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new InvalidTableException(line, "is not UTF-8; save the file as UTF-8 (in Excel: \"CSV UTF-8\")");
    }
}
