package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes BSON values as bytes that are ordered by type and then, where {@link #isOrdered} says so, as MongoDB orders values.
 * No encoding is the beginning of another one, so encoded values can follow each other in one key. Numbers of all types
 * that are equal have equal bytes, and a value that is missing has those of null.
 */
final class OrderedKeyCodec {

    private static final int NULL = 0x05;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int DOCUMENT = 0x30;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x50;
    private static final int OBJECT_ID = 0x60;
    private static final int BOOLEAN = 0x70;
    private static final int DATE = 0x80;
    private static final int OTHER = 0x90;
    private static final int END = 0x00;
    private static final int END_OF_BYTES = 0x01;
    private static final int ESCAPED_ZERO = 0xFF;

    /** Largest integer up to which every one is a double. */
    private static final long EXACT_AS_DOUBLE = 1L << 53;

    private OrderedKeyCodec() {}

    static byte[] encode(@Nullable Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encode(value, out);
        return out.toByteArray();
    }

    /** Type byte of a value: all keys of its type begin with it. */
    static byte[] typeOf(@Nullable Object value) {
        return new byte[] {encode(value)[0]};
    }

    /** Whether the keys of the value's type are ordered as its values are. */
    static boolean isOrdered(@Nullable Object value) {
        return value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId;
    }

    private static void encode(@Nullable Object value, ByteArrayOutputStream out) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing _ -> out.write(NULL);
            case Number number -> encodeNumber(number, out);
            case String text -> encodeBytes(STRING, text.getBytes(StandardCharsets.UTF_8), out);
            case Map<?, ?> document -> {
                out.write(DOCUMENT);
                document.forEach((field, content) -> {
                    encode(field, out);
                    encode(content, out);
                });
                out.write(END);
            }
            case Collection<?> values -> {
                out.write(ARRAY);
                values.forEach(each -> encode(each, out));
                out.write(END);
            }
            case BinData binary -> encodeBytes(BINARY, binary.getData(), out);
            case byte[] binary -> encodeBytes(BINARY, binary, out);
            case UUID uuid ->
                encodeBytes(
                        BINARY,
                        ByteBuffer.allocate(Long.BYTES * 2)
                                .putLong(uuid.getMostSignificantBits())
                                .putLong(uuid.getLeastSignificantBits())
                                .array(),
                        out);
            case ObjectId id -> {
                out.write(OBJECT_ID);
                out.writeBytes(id.toByteArray());
            }
            case Boolean flag -> {
                out.write(BOOLEAN);
                out.write(flag ? 1 : 0);
            }
            case Instant time -> {
                out.write(DATE);
                encodeLong(time.toEpochMilli() ^ Long.MIN_VALUE, out);
            }
            default -> encodeBytes(OTHER, bson(value), out);
        }
    }

    private static void encodeNumber(Number number, ByteArrayOutputStream out) {
        double value = number.doubleValue() + 0.0; // -0.0 becomes 0.0
        long bits = Double.doubleToLongBits(value);
        out.write(NUMBER);
        encodeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE, out);
        // The rest that a double cannot hold; as every number has it, no key begins another one.
        boolean exact = number instanceof Long whole && Math.abs(whole) > EXACT_AS_DOUBLE;
        encodeLong(exact ? number.longValue() - (long) value ^ Long.MIN_VALUE : Long.MIN_VALUE, out);
    }

    private static void encodeLong(long value, ByteArrayOutputStream out) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static void encodeBytes(int type, byte[] content, ByteArrayOutputStream out) {
        out.write(type);
        for (byte each : content) {
            out.write(each);
            if (each == END) {
                out.write(ESCAPED_ZERO);
            }
        }
        out.write(END);
        out.write(END_OF_BYTES);
    }

    private static byte[] bson(Object value) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            byte type = BsonEncoder.determineType(value);
            buffer.writeByte(type);
            BsonEncoder.encodeValue(type, value, buffer);
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }
}
