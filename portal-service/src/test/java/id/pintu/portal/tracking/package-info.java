/** Tests of the projection behind tracking, event by event. */
@NullMarked
package id.pintu.portal.tracking;

import org.jspecify.annotations.NullMarked;
