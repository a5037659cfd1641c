/** The provinces, kabupaten and kota, by the codes everybody uses. */
@NullMarked
package id.pintu.house.regions;

import org.jspecify.annotations.NullMarked;
