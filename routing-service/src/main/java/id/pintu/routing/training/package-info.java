/** Keeps what verified dispositions teach, and makes new experience of it from time to time. */
@NullMarked
package id.pintu.routing.training;

import org.jspecify.annotations.NullMarked;
