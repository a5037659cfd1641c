/** Candidate institutions of a report, their features and their order. Pure. */
@NullMarked
package id.pintu.routing.ranking;

import org.jspecify.annotations.NullMarked;
