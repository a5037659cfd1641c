package id.pintu.routing.units;

import id.pintu.support.explanations.BilingualText;

/**
 * Unit that may be the right one for a report.
 *
 * @param unit its name
 * @param score share of the confidence, 0 to 1; the sum over all candidates is 1. It ranks, and is no measured probability
 * @param reasons why, in sentences for officers
 */
public record UnitSuggestion(String unit, double score, BilingualText reasons) {}
