/** What reports can be about, as LAPOR! lists it: for whoever asks a reporter, and whoever checks the answer. */
@NullMarked
package id.pintu.house.categories;

import org.jspecify.annotations.NullMarked;
