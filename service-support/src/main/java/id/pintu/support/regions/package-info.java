/** Provinces, kabupaten and kota, by their Kemendagri codes. */
@NullMarked
package id.pintu.support.regions;

import org.jspecify.annotations.NullMarked;
