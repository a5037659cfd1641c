/**
 * Command {@code pintu simulate}: a year of complaints in minutes. The real sla-service runs in separate processes with a
 * virtual clock; a slow reference model predicts every SLA event, and an auditor compares both.
 */
@NullMarked
package id.pintu.standalone.simulation;

import org.jspecify.annotations.NullMarked;
