/** Asking what clocks run for a complaint. */
@NullMarked
package id.pintu.sla.http;

import org.jspecify.annotations.NullMarked;
