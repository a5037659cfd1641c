/** Rule book in force: the providers of the current rules and router, their warm-up, and the evaluation of drafts. */
@NullMarked
package id.pintu.routing.rulebooks;

import org.jspecify.annotations.NullMarked;
