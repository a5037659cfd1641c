/**
 * Who may act for an institution, until accounts come: one bearer key for each, derived from the house's secret, kept
 * only as a hash in the compacted topic {@code keys}.
 */
@NullMarked
package id.pintu.support.keys;

import org.jspecify.annotations.NullMarked;
