/** The rule book over HTTP: its editions, and what a draft would do. */
@NullMarked
package id.pintu.routing.http.rules;

import org.jspecify.annotations.NullMarked;
