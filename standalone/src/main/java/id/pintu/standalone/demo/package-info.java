/**
 * Command {@code pintu demo}: sample reports, institutions that answer, return or ignore complaints by script, accelerated
 * time, and at the end a reconciliation of the ledger with all agency feeds.
 */
@NullMarked
package id.pintu.standalone.demo;

import org.jspecify.annotations.NullMarked;
