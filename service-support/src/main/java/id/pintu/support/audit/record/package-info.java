/** Audit log as records: entries, the chain of hashes over them, and its verification. Pure. */
@NullMarked
package id.pintu.support.audit.record;

import org.jspecify.annotations.NullMarked;
