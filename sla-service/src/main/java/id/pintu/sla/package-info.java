/**
 * SLA service: deadlines of complaints, reminders, escalations, and the closing of answered complaints when the reporter
 * stays silent. This package wires it together.
 */
@NullMarked
package id.pintu.sla;

import org.jspecify.annotations.NullMarked;
