/** Who is responsible for a report: an ordered list of named rules, the last of which always answers. Pure. */
@NullMarked
package id.pintu.routing.rules;

import org.jspecify.annotations.NullMarked;
