/**
 * Working days as a country lives them: which days are closed, by which decree and for whom, and what follows for a
 * count of days. Only the JDK and jspecify are known here.
 */
@NullMarked
package id.pintu.sla.calendar;

import org.jspecify.annotations.NullMarked;
