/**
 * Working calendars: which days are closed, by which decree and for which institutions, and how deadlines are computed and
 * explained from them. Pure: depends on the JDK, jspecify and the event contract only.
 */
@NullMarked
package id.pintu.sla.calendar;

import org.jspecify.annotations.NullMarked;
