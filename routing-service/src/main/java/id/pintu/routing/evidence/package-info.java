/** What one report says: the rules it matches, the places and institutions it names. Pure. */
@NullMarked
package id.pintu.routing.evidence;

import org.jspecify.annotations.NullMarked;
