package id.pintu.routing.rules;

import java.time.Instant;

/**
 * Edition of the rule book, as published on its topic.
 *
 * @param rules the rule book as CSV
 * @param validFrom when it comes into force
 */
public record RuleBookEdition(String rules, Instant validFrom) {}
