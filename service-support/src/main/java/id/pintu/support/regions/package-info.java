/** The provinces, kabupaten and kota, by the codes everybody uses. */
@NullMarked
package id.pintu.support.regions;

import org.jspecify.annotations.NullMarked;
