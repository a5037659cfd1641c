/** Command {@code pintu agency}: an institution's work in a place without a network. See ADR 0071. */
@NullMarked
package id.pintu.standalone.offline;

import org.jspecify.annotations.NullMarked;
