/**
 * Authentication until user accounts exist: one bearer key for each institution, derived from the installation's secret
 * and stored only as a hash in the compacted topic {@code keys}.
 */
@NullMarked
package id.pintu.support.keys;

import org.jspecify.annotations.NullMarked;
