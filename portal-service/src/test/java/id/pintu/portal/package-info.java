/** The portal, tested as its visitors see it. */
@NullMarked
package id.pintu.portal;

import org.jspecify.annotations.NullMarked;
