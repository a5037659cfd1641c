/** Candidate institutions of a report, their features and their order. No I/O. */
@NullMarked
package id.pintu.routing.ranking;

import org.jspecify.annotations.NullMarked;
