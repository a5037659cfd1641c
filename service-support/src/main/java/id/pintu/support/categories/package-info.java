/** What reports can be about, as LAPOR! lists it: for whoever asks a reporter, and whoever checks the answer. */
@NullMarked
package id.pintu.support.categories;

import org.jspecify.annotations.NullMarked;
