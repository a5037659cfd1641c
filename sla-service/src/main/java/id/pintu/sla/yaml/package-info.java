/** Policies as officials write them; a mistake is told with file, line and reason. */
@NullMarked
package id.pintu.sla.yaml;

import org.jspecify.annotations.NullMarked;
