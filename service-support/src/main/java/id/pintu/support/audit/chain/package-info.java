/** Keeping of the audit log by one service: the chain of hashes in the topic {@code audit}, and reading it over HTTP. */
@NullMarked
package id.pintu.support.audit.chain;

import org.jspecify.annotations.NullMarked;
