package id.pintu.routing.text;

import java.util.BitSet;

/**
 * Bloom filter of word hashes with a single hash function. It has no false negatives, so one bit decides for most words
 * of a text that no map needs to be searched. Why not Guava's: ADR 0033.
 */
public final class WordBloomFilter {

    private final BitSet bits;
    private final int mask;

    /**
     * @param expected number of words to be put in; with this many, about one in sixteen others is a false positive
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

    /** False if no word with this hash was put in. */
    public boolean mightContain(int hash) {
        return bits.get(bitIndex(hash));
    }

    private int bitIndex(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }
}
