/** Rule book: routing rules as data, which are validated, compiled and matched against reports. Pure. */
@NullMarked
package id.pintu.routing.rules;

import org.jspecify.annotations.NullMarked;
