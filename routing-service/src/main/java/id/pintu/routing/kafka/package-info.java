/** What routing makes on the broker besides what it says, and what it hears besides its own line. */
@NullMarked
package id.pintu.routing.kafka;

import org.jspecify.annotations.NullMarked;
