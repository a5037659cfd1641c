/**
 * Clocks: who has to act by when, who is reminded, who is told when nobody did, and when silence closes a complaint.
 */
@NullMarked
package id.pintu.sla;

import org.jspecify.annotations.NullMarked;
