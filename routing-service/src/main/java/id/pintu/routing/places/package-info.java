/** Where a report is about: the regions its words, its place and its point on the map can mean. Pure. */
@NullMarked
package id.pintu.routing.places;

import org.jspecify.annotations.NullMarked;
