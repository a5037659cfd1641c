package id.pintu.sla;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Limit;
import id.pintu.sla.clock.Limits;
import id.pintu.sla.clock.OfficeHours;
import id.pintu.sla.clock.WorkingCalendar;
import id.pintu.sla.csv.HolidayTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code pintu.sla.*}: what a ministry may decide differently, or newly.
 *
 * @param holidays the table of closed days, CSV with the columns {@code date,name,kind,source}
 * @param officeHours open days of the week, such as {@code monday: {opens: "07:30", closes: "16:00"}}; none named means
 *     {@link OfficeHours#NATIONAL}, otherwise all have to be
 * @param limits come before {@link Limits#NATIONAL}, in this order; the first that covers counts
 * @param escalateTo who is told when a clock is missed, where it is not who is usual
 */
@ConfigurationProperties("pintu.sla")
record SlaProperties(
        @DefaultValue("classpath:sla/holidays.csv") Resource holidays,
        @DefaultValue Map<DayOfWeek, OfficeHours.Shift> officeHours,
        @DefaultValue List<LimitProperties> limits,
        @DefaultValue Map<Clock, String> escalateTo) {

    /**
     * One limit, as {@link Limit} describes it.
     *
     * @param kinds none named means every kind
     * @param validFrom first day, such as {@code 2026-07-01}
     */
    record LimitProperties(
            String name,
            Clock clock,
            @DefaultValue Set<ComplaintKind> kinds,
            int days,
            @DefaultValue("working-days") Limit.Unit unit,
            @DefaultValue("1970-01-01") LocalDate validFrom) {

        Limit limit() {
            return new Limit(name, clock, kinds, days, unit, validFrom);
        }
    }

    WorkingCalendar calendar() {
        OfficeHours hours = officeHours.isEmpty() ? OfficeHours.NATIONAL : new OfficeHours(officeHours);
        return new WorkingCalendar(ComplaintClocks.DESK_ZONE, hours, HolidayTable.read(holidays));
    }

    Limits allLimits() {
        return Limits.NATIONAL.preferring(
                limits.stream().map(LimitProperties::limit).toList());
    }

    Map<Clock, String> recipients() {
        Map<Clock, String> recipients = new EnumMap<>(Map.of(
                Clock.DESK_VERIFICATION, "national-desk-head",
                Clock.INSTITUTION_VERIFICATION, "institution-admin",
                Clock.FOLLOW_UP, "institution-admin"));
        recipients.putAll(escalateTo);
        return recipients;
    }
}
