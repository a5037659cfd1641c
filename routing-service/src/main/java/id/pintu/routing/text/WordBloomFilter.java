package id.pintu.routing.text;

import java.util.BitSet;

/**
 * Remembers of many words only where their hashes fall: what it does not remember was never put in, and nearly every word
 * of a text is told apart by one bit, before any map is asked.
 */
public final class WordBloomFilter {

    private final BitSet bits;
    private final int mask;

    /**
     * @param expected how many words will be put in; with this many, one of sixteen others is remembered by mistake
     */
    public WordBloomFilter(int expected) {
        int size = Integer.highestOneBit(Math.max(1, expected)) << 4;
        this.bits = new BitSet(size);
        this.mask = size - 1;
    }

    /**
     * @param hash as {@link String#hashCode}
     */
    public void put(int hash) {
        bits.set(bitIndex(hash));
    }

    /** False when no word with this hash was put in. */
    public boolean mightContain(int hash) {
        return bits.get(bitIndex(hash));
    }

    private int bitIndex(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }
}
