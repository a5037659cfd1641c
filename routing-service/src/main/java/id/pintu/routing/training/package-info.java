/** Training of the routing model: the repository of examples, the retrainer and its schedule. */
@NullMarked
package id.pintu.routing.training;

import org.jspecify.annotations.NullMarked;
