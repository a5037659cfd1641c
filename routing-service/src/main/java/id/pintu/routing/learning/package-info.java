/** What verified dispositions teach: a text model that ranks whose affair a report is. Pure. */
@NullMarked
package id.pintu.routing.learning;

import org.jspecify.annotations.NullMarked;
