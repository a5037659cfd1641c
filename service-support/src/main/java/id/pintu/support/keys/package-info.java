/**
 * Secrets of the installation, and bearer keys of programs: of institutions, the desk and channels, derived from a secret and
 * stored only as a hash in the compacted topic {@code keys}.
 */
@NullMarked
package id.pintu.support.keys;

import org.jspecify.annotations.NullMarked;
