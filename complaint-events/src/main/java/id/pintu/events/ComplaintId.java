package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Identifier of a complaint, which is also the tracking number its reporter gets: {@code K7QX-9D2M-4RTB-Z}.
 *
 * <p>Twelve characters of Crockford's base 32 (60 bits, without I, L, O and U, so that it can be read out) and one check
 * character of ISO 7064, hybrid system MOD 33,32, which detects every single wrong character. The 60 bits come from a
 * keyed hash, so ids need no coordination between instances and cannot be guessed from one another.
 *
 * @param value canonical form: upper case, with three hyphens
 */
public record ComplaintId(@JsonValue String value) implements Comparable<ComplaintId> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    /**
     * @throws IllegalArgumentException if the value is not canonical or its check character is wrong
     */
    public ComplaintId {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("not a canonical tracking number");
        }
    }

    /**
     * Parses a number as a person types it: any case, hyphens and spaces anywhere, O for 0, I and L for 1.
     *
     * @throws IllegalArgumentException if it is not thirteen characters of the alphabet or its check character is wrong;
     *     the message says which and does not quote the input
     */
    @JsonCreator
    public static ComplaintId parse(String typed) {
        // Fast path: most ids are read from the ledger, where they are canonical.
        return new ComplaintId(isCanonical(typed) ? typed : canonical(typed));
    }

    /** Like {@link #parse}, but empty where that would throw. */
    public static Optional<ComplaintId> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Encodes the first 60 bits of a hash of at least 8 bytes. */
    public static ComplaintId of(byte[] hash) {
        return ofBits(new BigInteger(1, hash).shiftRight(hash.length * 8 - 60).longValueExact());
    }

    /** The id with these 60 bits, as of {@link #bits()}. */
    public static ComplaintId ofBits(long bits) {
        StringBuilder plain = new StringBuilder(LENGTH + 1);
        for (int i = LENGTH - 1; i >= 0; i--) {
            plain.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return new ComplaintId(hyphenated(plain.append(checkCharacter(plain)).toString()));
    }

    /** Its 60 bits, for those who keep many ids in memory. */
    public long bits() {
        long bits = 0;
        for (int i = 0; i < LENGTH + 2; i++) {
            if (i % 5 != 4) {
                bits = bits << 5 | ALPHABET.indexOf(value.charAt(i));
            }
        }
        return bits;
    }

    /** Id of the part of this complaint that an institution handles; derived, so it is always the same. */
    public ComplaintId partFor(String institution) {
        return of(Sha256Digest.of((value + "/" + institution).getBytes(StandardCharsets.UTF_8)));
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
                product = nextProduct(product, symbol);
            }
        }
        return text.charAt(text.length() - 1) == checkSymbol(product);
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
            product = nextProduct(product, ALPHABET.indexOf(plain.charAt(i)));
        }
        return checkSymbol(product);
    }

    private static int nextProduct(int product, int symbol) {
        int sum = (product + symbol) % 32;
        return (sum == 0 ? 32 : sum) * 2 % 33;
    }

    private static char checkSymbol(int product) {
        return ALPHABET.charAt((33 - product) % 32);
    }
}
