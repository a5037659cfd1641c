package id.pintu.sla;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.csv.HolidayCsvCodec;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Configuration properties {@code pintu.sla.*}: the policies and the calendar that an installation starts with.
 *
 * @param policies limits, reminders and escalations; the comments in {@code policies.yml} describe the format
 * @param holidays table of closed days, CSV with the columns {@code date,name,kind,source} and optionally {@code scope}
 * @param officeHours open days of the week, such as {@code monday: {opens: "07:30", closes: "16:00"}}; if empty, {@link
 *     OfficeHours#NATIONAL} applies, otherwise a day that is not named is closed
 * @param specialHours other hours on some dates, such as those of Ramadan
 */
@ConfigurationProperties("pintu.sla")
record SlaProperties(
        @DefaultValue("classpath:sla/policies.yml") Resource policies,
        @DefaultValue("classpath:sla/holidays.csv") Resource holidays,
        @DefaultValue Map<DayOfWeek, OfficeHours.DailyOfficeHours> officeHours,
        @DefaultValue List<SpecialOfficeHours> specialHours) {

    /**
     * Office hours of a range of dates.
     *
     * @param name common name, such as {@code Ramadan 1447 H}
     * @param scope the whole country if empty, a province such as {@code 51}, or an institution's code
     * @param from the first day
     * @param to the last day
     */
    record SpecialOfficeHours(
            String name,
            @DefaultValue("") String scope,
            LocalDate from,
            LocalDate to,
            Map<DayOfWeek, OfficeHours.DailyOfficeHours> week) {

        CalendarDecree decree() {
            CalendarDecree.DecreedOfficeHours hours =
                    new CalendarDecree.DecreedOfficeHours(name, from, to, new OfficeHours(week));
            return new CalendarDecree(name, scope, List.of(), List.of(hours), "", "", Instant.EPOCH);
        }
    }

    /** The calendars before any decree is published: version 0. */
    InstitutionCalendars initialCalendars() {
        OfficeHours hours = officeHours.isEmpty() ? OfficeHours.NATIONAL : new OfficeHours(officeHours);
        return new InstitutionCalendars(
                0,
                hours,
                Stream.concat(
                                HolidayCsvCodec.read(holidays).stream(),
                                specialHours.stream().map(SpecialOfficeHours::decree))
                        .toList());
    }

    SlaPolicies allPolicies() {
        return SlaPolicyYamlReader.read(policies);
    }
}
