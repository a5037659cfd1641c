package id.pintu.sla.kafka;

import id.pintu.sla.calendar.Almanac;
import java.util.List;
import java.util.function.Supplier;

/**
 * The calendar that holds now, and what each change of it did.
 *
 * @param almanac may change at any moment, to a higher version
 */
public record CalendarChanges(Supplier<Almanac> almanac, EffectsTopic effects) {

    /** One notice for each institution some of whose deadlines this version moved. */
    List<EffectsTopic.Notice> notices(int version) {
        String decree = almanac.get().newest();
        return effects.effects(version).institutions().entrySet().stream()
                .map(each -> new EffectsTopic.Notice(
                        version,
                        decree,
                        each.getKey(),
                        each.getValue().later(),
                        each.getValue().earlier()))
                .toList();
    }
}
