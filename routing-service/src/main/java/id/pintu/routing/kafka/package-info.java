/** What routing follows beside its own line. */
@NullMarked
package id.pintu.routing.kafka;

import org.jspecify.annotations.NullMarked;
