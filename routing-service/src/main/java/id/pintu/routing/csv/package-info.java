/** Reads the tables of institutions, regions, topics and SMS keywords. */
@NullMarked
package id.pintu.routing.csv;

import org.jspecify.annotations.NullMarked;
