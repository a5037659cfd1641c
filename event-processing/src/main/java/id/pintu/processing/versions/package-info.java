/**
 * Things that people keep up to date (institutions, rule books): each change is a version with who, when and why. A topic
 * {@code <name>.history} keeps all of them for ever, the compacted topic {@code <name>} the last of each; both are
 * written in one transaction, under a lock that lets no two writers make the same version.
 */
@NullMarked
package id.pintu.processing.versions;

import org.jspecify.annotations.NullMarked;
