package id.pintu.sla.http;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import id.pintu.sla.clock.impact.CalendarDryRun;
import id.pintu.sla.csv.HolidayCsvCodec;
import id.pintu.sla.ical.HolidayICalendarCodec;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.CalendarImpactTopic.CalendarChangeNotice;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.support.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoints for the working calendar: public reading, and entering of decrees by the national desk. */
@RestController
class WorkingCalendarController {

    private static final String CSV = "text/csv";
    private static final String ICAL = "text/calendar";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final CalendarDecreeTopic calendarTopic;
    private final CalendarImpactTopic impactTopic;
    private final ComplaintClockQueryService queries;
    private final InstantSource clock;

    WorkingCalendarController(
            CalendarDecreeTopic calendarTopic,
            CalendarImpactTopic impactTopic,
            ComplaintClockQueryService queries,
            InstantSource clock) {
        this.calendarTopic = calendarTopic;
        this.impactTopic = impactTopic;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * JSON view of the calendar in force.
     *
     * @param version of the whole calendar
     * @param decrees in the order in which they were entered
     */
    record DecreedCalendarView(int version, List<CalendarDecree> decrees) {}

    /** JSON view of what a decree did, or would do, to open deadlines. */
    record CalendarImpactView(int moved, CalendarChangeImpact effects, Optional<DeadlineMoved> farthest) {}

    /** All closed days, by decree. */
    @GetMapping("/v1/calendars")
    DecreedCalendarView calendars() {
        InstitutionCalendars current = calendarTopic.get();
        return new DecreedCalendarView(current.version(), current.decrees());
    }

    /** The same as CSV. */
    @GetMapping(path = "/v1/calendars.csv", produces = CSV)
    String csv() {
        return HolidayCsvCodec.write(calendarTopic.get().decrees());
    }

    /** The same as iCalendar, to subscribe to. */
    @GetMapping(path = "/v1/calendars.ics", produces = ICAL)
    String ical() {
        return HolidayICalendarCodec.write(calendarTopic.get().decrees());
    }

    /** How many deadlines this version of the calendar has moved, by institution. */
    @GetMapping("/v1/calendars/{version}/effects")
    CalendarImpactView effects(@PathVariable int version) {
        CalendarChangeImpact impact = impactTopic.impact(version);
        return new CalendarImpactView(impact.moved(), impact, Optional.empty());
    }

    /** The notices of this version: one for each institution whose deadlines moved. */
    @GetMapping("/v1/calendars/{version}/notices")
    Collection<CalendarChangeNotice> notices(@PathVariable int version) {
        return impactTopic.notices(version).values();
    }

    /** The notices to one institution, the newest first; requires the institution's key. */
    @GetMapping("/v1/agencies/{code}/calendar-notices")
    List<CalendarChangeNotice> own(@PathVariable String code) {
        return impactTopic.noticesTo(code);
    }

    /** Enters a decree; open deadlines move in the background. */
    @PostMapping(
            path = "/v1/desk/calendars",
            consumes = {CSV, ICAL})
    @ResponseStatus(HttpStatus.ACCEPTED)
    CalendarDecree enter(
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam String why,
            Principal principal) {
        if (why.isBlank()) {
            throw ProblemException.ofField("why", "is required: it is published with the decree");
        }
        CalendarDecree decree = decree(type, body, name, scope, principal.getName(), why);
        try {
            calendarTopic.publish(decree).join();
        } catch (CompletionException e) {
            throw ProblemException.tryLater(
                    "The decree cannot be stored at this moment, so it was not entered.", RETRY_AFTER_SECONDS);
        }
        return decree;
    }

    /** What a decree would do to the deadlines that are open now; changes nothing. */
    @PostMapping(
            path = "/v1/desk/calendars/dry-run",
            consumes = {CSV, ICAL})
    CalendarImpactView tryOut(
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scope) {
        CalendarDryRun dryRun = queries.dryRun(decree(type, body, name, scope, "", ""), clock.instant());
        return new CalendarImpactView(dryRun.impact().moved(), dryRun.impact(), dryRun.farthest());
    }

    private CalendarDecree decree(MediaType type, byte[] body, String name, String scope, String by, String why) {
        if (name.isBlank()) {
            throw ProblemException.ofField("name", "is required: the name by which officials cite the decree");
        }
        List<CalendarDecree.DecreedDay> days = days(type, body);
        try {
            return new CalendarDecree(name, scope, days, List.of(), by, why, clock.instant());
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("scope", String.valueOf(e.getMessage()));
        }
    }

    private static List<CalendarDecree.DecreedDay> days(MediaType type, byte[] body) {
        try {
            List<CalendarDecree.DecreedDay> days = read(type, body);
            if (days.isEmpty()) {
                throw ProblemException.ofField("body", "names no day");
            }
            return days;
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("body", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw ProblemException.ofField("body", "cannot be read");
        }
    }

    private static List<CalendarDecree.DecreedDay> read(MediaType type, byte[] body) throws IOException {
        if (type.isCompatibleWith(MediaType.valueOf(ICAL))) {
            return HolidayICalendarCodec.read(new ByteArrayInputStream(body));
        }
        return HolidayCsvCodec.days("body", new ByteArrayInputStream(body));
    }
}
