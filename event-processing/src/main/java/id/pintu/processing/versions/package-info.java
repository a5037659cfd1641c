/**
 * Versioned topics: data that people maintain (institutions, rule books), where each change is a version with author, time
 * and reason. A topic {@code <name>.history} keeps all versions for ever, the compacted topic {@code <name>} the last of
 * each key; both are written in one transaction, under a lock that no two writers hold at the same time.
 */
@NullMarked
package id.pintu.processing.versions;

import org.jspecify.annotations.NullMarked;
