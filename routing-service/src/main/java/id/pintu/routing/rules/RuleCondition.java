package id.pintu.routing.rules;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Immutable condition under which a rule applies; an empty set matches everything.
 *
 * @param query of the text, in Lucene's query language
 * @param regions codes of provinces and kabupaten/kota; a province includes all of its kabupaten/kota
 * @param channels by which the report came in
 * @param categories {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY} of LAPOR!'s list, in capitals
 */
public record RuleCondition(
        String query,
        Set<String> regions,
        Set<ComplaintKind> kinds,
        Set<IntakeChannel> channels,
        Set<String> categories,
        ValidityPeriod validity) {

    public RuleCondition {
        regions = Set.copyOf(regions);
        kinds = Set.copyOf(kinds);
        channels = Set.copyOf(channels);
        categories = Set.copyOf(categories);
    }

    /** First and last day, both inclusive, on which a rule applies. */
    public record ValidityPeriod(Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final ValidityPeriod ALWAYS = new ValidityPeriod(Optional.empty(), Optional.empty());

        public ValidityPeriod {
            if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                throw new IllegalArgumentException("it ends before it begins");
            }
        }

        boolean contains(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }

        boolean covers(ValidityPeriod other) {
            boolean before = from.isEmpty()
                    || other.from.filter(day -> !day.isBefore(from.get())).isPresent();
            boolean after = until.isEmpty()
                    || other.until.filter(day -> !day.isAfter(until.get())).isPresent();
            return before && after;
        }
    }

    /** Whether, the query aside, everything that satisfies the other condition satisfies this one. */
    boolean coversCircumstancesOf(RuleCondition other) {
        return covers(regions, other.regions)
                && covers(kinds, other.kinds)
                && covers(channels, other.channels)
                && covers(categories, other.categories)
                && validity.covers(other.validity);
    }

    private static <T> boolean covers(Set<T> wide, Set<T> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }
}
