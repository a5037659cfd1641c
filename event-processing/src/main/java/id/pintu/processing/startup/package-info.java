/** Start-up order of a service, and tasks that run once on the way. */
@NullMarked
package id.pintu.processing.startup;

import org.jspecify.annotations.NullMarked;
