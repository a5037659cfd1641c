/** MongoDB collections behind the HTTP queries: the queues of the national desk and the incidents. Each can be rebuilt from the ledger. */
@NullMarked
package id.pintu.routing.mongo;

import org.jspecify.annotations.NullMarked;
