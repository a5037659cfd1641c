/** The way to intake-service: the portal is one more door, and files reports as every other client does. */
@NullMarked
package id.pintu.portal.intake;

import org.jspecify.annotations.NullMarked;
