/** Command {@code pintu import}: each row of a CSV file becomes one complaint, however often the command is repeated. */
@NullMarked
package id.pintu.standalone.importing;

import org.jspecify.annotations.NullMarked;
