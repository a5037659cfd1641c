/** Audit log as each service writes it: one entry for each act, each refused attempt, and each look at personal data. */
@NullMarked
package id.pintu.support.audit;

import org.jspecify.annotations.NullMarked;
