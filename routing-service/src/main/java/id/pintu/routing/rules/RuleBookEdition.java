package id.pintu.routing.rules;

import java.time.Instant;

/**
 * One edition of the rule book.
 *
 * @param rules the book itself, as a table
 * @param validFrom from when it decides
 */
public record RuleBookEdition(String rules, Instant validFrom) {}
