package id.pintu.sla.kafka;

import id.pintu.sla.calendar.InstitutionCalendars;
import java.util.List;
import java.util.function.Supplier;

/**
 * The calendar in force together with the impact of its changes, for the timers.
 *
 * @param calendars the current calendar, which may change at any time to a higher version
 * @param impactTopic impact of each version
 */
public record CalendarChangeTracker(Supplier<InstitutionCalendars> calendars, CalendarImpactTopic impactTopic) {

    /** The notices of a version: one for each institution with deadlines that it moved. */
    List<CalendarImpactTopic.CalendarChangeNotice> notices(InstitutionCalendars changed) {
        int version = changed.version();
        String decree = changed.latestDecreeName();
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
