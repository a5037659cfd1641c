package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/**
 * A complaint's identity and, at once, the tracking number its reporter is given: {@code K7QX-9D2M-4RTB-Z}.
 *
 * <p>Twelve characters of Crockford's base 32 (60 bits, no I, L, O or U, so that it can be spoken) and one check
 * character by the hybrid scheme of ISO 7064 for 32 symbols (MOD 33,32), which catches every single wrong character.
 * The 60 bits come from a keyed hash, so numbers need no coordination and do not follow one another.
 *
 * @param value the canonical form, upper case, with its three hyphens
 */
public record ComplaintId(@JsonValue String value) implements Comparable<ComplaintId> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    /**
     * @throws IllegalArgumentException when the value is not canonical or its check character is wrong
     */
    public ComplaintId {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("not a canonical tracking number");
        }
    }

    /**
     * Reads a number as a person types it: any case, hyphens and spaces anywhere, O for 0, I and L for 1.
     *
     * @throws IllegalArgumentException when it is not thirteen known characters or its check character is wrong
     */
    @JsonCreator
    public static ComplaintId parse(String typed) {
        // Nearly all come from the ledger, as this wrote them: no need to look for what people mistype.
        return new ComplaintId(isCanonical(typed) ? typed : canonical(typed));
    }

    /** {@link #parse} for callers that need not say what is wrong: empty when it is no tracking number. */
    public static Optional<ComplaintId> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The number that the first 60 bits of a (keyed) hash stand for; at least 8 bytes. */
    public static ComplaintId of(byte[] hash) {
        long bits = new BigInteger(1, hash).shiftRight(hash.length * 8 - 60).longValueExact();
        StringBuilder plain = new StringBuilder(LENGTH + 1);
        for (int i = LENGTH - 1; i >= 0; i--) {
            plain.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return new ComplaintId(hyphenated(plain.append(checkCharacter(plain)).toString()));
    }

    /** The number of the part of this complaint that is one institution's; the same for the same part, for ever. */
    public ComplaintId partFor(String institution) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return of(hash.digest((value + "/" + institution).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    @Override
    public int compareTo(ComplaintId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH + 4) {
            return false;
        }
        int product = 32;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (i % 5 == 4) {
                if (c != '-') {
                    return false;
                }
            } else {
                int symbol = ALPHABET.indexOf(c);
                if (symbol < 0) {
                    return false;
                }
                product = next(product, symbol);
            }
        }
        return text.charAt(text.length() - 1) == closing(product);
    }

    private static String canonical(String typed) {
        String plain = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH + 1 || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("a tracking number has 13 letters and digits, such as K7QX-9D2M-4RTB-Z");
        }
        if (checkCharacter(plain.substring(0, LENGTH)) != plain.charAt(LENGTH)) {
            throw new IllegalArgumentException(
                    "the tracking number has a typing error: its last character does not fit");
        }
        return hyphenated(plain);
    }

    private static String hyphenated(String plain) {
        return plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8, 12) + "-"
                + plain.substring(12);
    }

    private static char checkCharacter(CharSequence plain) {
        int product = 32;
        for (int i = 0; i < LENGTH; i++) {
            product = next(product, ALPHABET.indexOf(plain.charAt(i)));
        }
        return closing(product);
    }

    private static int next(int product, int symbol) {
        int sum = (product + symbol) % 32;
        return (sum == 0 ? 32 : sum) * 2 % 33;
    }

    private static char closing(int product) {
        return ALPHABET.charAt((33 - product) % 32);
    }
}
