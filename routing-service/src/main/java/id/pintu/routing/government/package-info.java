/** Structure of governments: units of institutions, and oversight over their officers. Pure. */
@NullMarked
package id.pintu.routing.government;

import org.jspecify.annotations.NullMarked;
