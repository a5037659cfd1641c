/** CSV readers of the bundled tables and of rule books, and the CSV codec of the registry. */
@NullMarked
package id.pintu.routing.csv;

import org.jspecify.annotations.NullMarked;
