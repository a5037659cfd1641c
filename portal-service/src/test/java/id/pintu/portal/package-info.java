/** Tests of the running portal over HTTP. */
@NullMarked
package id.pintu.portal;

import org.jspecify.annotations.NullMarked;
