package id.pintu.routing.book;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.routing.text.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What rules are asked about: a report as they see it.
 *
 * @param regions codes of the regions it is about, provinces too
 * @param category {@code CATEGORY/SUBCATEGORY} in capitals
 * @param day on which the rules have to hold
 */
public record Asked(
        Words words, Set<String> regions, ComplaintKind kind, Door door, Optional<String> category, LocalDate day) {

    boolean fits(Condition condition) {
        return condition.days().hold(day)
                && (condition.doors().isEmpty() || condition.doors().contains(door))
                && (condition.kinds().isEmpty() || condition.kinds().contains(kind))
                && (condition.regions().isEmpty()
                        || condition.regions().stream().anyMatch(regions::contains))
                && (condition.categories().isEmpty()
                        || category.filter(each -> fits(condition.categories(), each))
                                .isPresent());
    }

    private static boolean fits(Set<String> categories, String category) {
        return categories.contains(category) || categories.contains(category.split("/", 2)[0]);
    }
}
