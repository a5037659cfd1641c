package id.pintu.routing.rules;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.routing.text.TokenizedText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Input of the rule book: the properties of a report that conditions refer to.
 *
 * @param regions codes of the regions it is about, including provinces
 * @param category {@code CATEGORY/SUBCATEGORY} in capitals
 * @param day on which the rules must be valid
 */
public record RuleInput(
        TokenizedText words,
        Set<String> regions,
        ComplaintKind kind,
        IntakeChannel channel,
        Optional<String> category,
        LocalDate day) {

    boolean satisfies(RuleCondition condition) {
        return condition.validity().contains(day)
                && (condition.channels().isEmpty() || condition.channels().contains(channel))
                && (condition.kinds().isEmpty() || condition.kinds().contains(kind))
                && (condition.regions().isEmpty()
                        || condition.regions().stream().anyMatch(regions::contains))
                && (condition.categories().isEmpty()
                        || category.filter(each -> satisfies(condition.categories(), each))
                                .isPresent());
    }

    private static boolean satisfies(Set<String> categories, String category) {
        return categories.contains(category) || categories.contains(category.split("/", 2)[0]);
    }
}
