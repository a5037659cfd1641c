/** Command {@code pintu measure}: evaluation of routing and of repeat detection on reports that people have labelled. */
@NullMarked
package id.pintu.standalone.evaluation;

import org.jspecify.annotations.NullMarked;
