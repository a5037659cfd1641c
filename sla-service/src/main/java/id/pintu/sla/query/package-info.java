/** Queries over the clocks of one complaint or of all complaints, answered from the snapshot store. */
@NullMarked
package id.pintu.sla.query;

import org.jspecify.annotations.NullMarked;
