/** Command line {@code pintu}, with a class for each command and what several commands share. */
@NullMarked
package id.pintu.standalone;

import org.jspecify.annotations.NullMarked;
