/** Documents to print. */
@NullMarked
package id.pintu.portal.pdf;

import org.jspecify.annotations.NullMarked;
