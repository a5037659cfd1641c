package id.pintu.sla.kafka;

import id.pintu.sla.calendar.InstitutionCalendars;
import java.util.List;
import java.util.function.Supplier;

/**
 * The calendar that holds now, and what each change of it did.
 *
 * @param calendars may change at any moment, to a higher version
 */
public record CalendarChangeTracker(Supplier<InstitutionCalendars> calendars, CalendarImpactTopic impactTopic) {

    /** One notice for each institution some of whose deadlines this version moved. */
    List<CalendarImpactTopic.CalendarChangeNotice> notices(int version) {
        String decree = calendars.get().latestDecreeName();
        return impactTopic.impact(version).institutions().entrySet().stream()
                .map(each -> new CalendarImpactTopic.CalendarChangeNotice(
                        version,
                        decree,
                        each.getKey(),
                        each.getValue().later(),
                        each.getValue().earlier()))
                .toList();
    }
}
