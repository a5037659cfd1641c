/** MongoDB collections of intake-service beside the complaint snapshots: idempotency claims. */
@NullMarked
package id.pintu.intake.mongo;

import org.jspecify.annotations.NullMarked;
