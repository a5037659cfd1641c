/** REST API of the rule book: its editions, and what-if comparisons of a draft. */
@NullMarked
package id.pintu.routing.http.rules;

import org.jspecify.annotations.NullMarked;
