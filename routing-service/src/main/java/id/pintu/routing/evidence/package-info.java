/** Evidence in one report: the rules it matches, the places and institutions it names. No I/O. */
@NullMarked
package id.pintu.routing.evidence;

import org.jspecify.annotations.NullMarked;
