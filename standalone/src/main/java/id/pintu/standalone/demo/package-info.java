/**
 * The house at work, to look at: invented people report, institutions played by a script answer, return or ignore, time
 * runs fast, and at the end every complaint is accounted for by reading the ledger and every feed.
 */
@NullMarked
package id.pintu.standalone.demo;

import org.jspecify.annotations.NullMarked;
