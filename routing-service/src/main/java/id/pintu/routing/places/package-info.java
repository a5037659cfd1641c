/** Geocoding of reports: the regions that a report's text, location description and coordinates can refer to. Pure. */
@NullMarked
package id.pintu.routing.places;

import org.jspecify.annotations.NullMarked;
