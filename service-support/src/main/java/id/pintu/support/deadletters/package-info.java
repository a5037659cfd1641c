/** Dead letters as a metric and in the health details of every service. */
@NullMarked
package id.pintu.support.deadletters;

import org.jspecify.annotations.NullMarked;
