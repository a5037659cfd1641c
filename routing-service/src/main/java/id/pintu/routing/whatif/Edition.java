package id.pintu.routing.whatif;

import java.time.Instant;

/**
 * One edition of the rule book.
 *
 * @param rules the book itself, as a table
 * @param validFrom from when it decides
 */
public record Edition(String rules, Instant validFrom) {}
