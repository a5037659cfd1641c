/** {@code pintu import}: each row of a CSV file becomes one complaint, once, however often the import is run. */
@NullMarked
package id.pintu.standalone.importing;

import org.jspecify.annotations.NullMarked;
