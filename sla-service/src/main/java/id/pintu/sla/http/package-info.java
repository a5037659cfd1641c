/** HTTP endpoints: the clocks of a complaint, the working calendar, oversight figures. */
@NullMarked
package id.pintu.sla.http;

import org.jspecify.annotations.NullMarked;
