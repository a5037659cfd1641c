/** Detection of similar reports: repeated texts, and several reports about one incident. Pure. */
@NullMarked
package id.pintu.routing.similarity;

import org.jspecify.annotations.NullMarked;
