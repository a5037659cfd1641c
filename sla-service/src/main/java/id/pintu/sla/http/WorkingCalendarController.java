package id.pintu.sla.http;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.DecreeBounds;
import id.pintu.sla.calendar.HolidayListing;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import id.pintu.sla.clock.impact.CalendarDryRun;
import id.pintu.sla.csv.HolidayCsvCodec;
import id.pintu.sla.ical.HolidayICalendarCodec;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.CalendarImpactTopic.CalendarChangeNotice;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
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
    private static final int MAX_REASON = 2_000;

    private final CalendarDecreeTopic calendarTopic;
    private final CalendarImpactTopic impactTopic;
    private final ComplaintClockQueryService queries;
    private final AreaCodeValidator scopes;
    private final ConcurrentQueryLimit limits;
    private final InstantSource clock;

    WorkingCalendarController(
            CalendarDecreeTopic calendarTopic,
            CalendarImpactTopic impactTopic,
            ComplaintClockQueryService queries,
            AreaCodeValidator scopes,
            ConcurrentQueryLimit limits,
            InstantSource clock) {
        this.calendarTopic = calendarTopic;
        this.impactTopic = impactTopic;
        this.queries = queries;
        this.scopes = scopes;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * JSON view of the calendar in force.
     *
     * @param version of the whole calendar
     * @param decrees in the order in which they were entered
     */
    record DecreedCalendarView(int version, List<CalendarDecree> decrees) {}

    /** JSON view of what a decree did to open deadlines. */
    record CalendarImpactView(int moved, CalendarChangeImpact effects) {}

    /**
     * JSON view of what a decree would do.
     *
     * @param days every day that it would close, with the line of the file
     * @param ignored entries of the file that close no day, with the line and the reason
     * @param moved number of open deadlines that it would move
     * @param effects the same by institution
     * @param farthest the move over the longest time
     */
    record CalendarPreviewView(
            List<ListedDayView> days,
            List<HolidayListing.IgnoredCalendarEntry> ignored,
            int moved,
            CalendarChangeImpact effects,
            Optional<DeadlineMoved> farthest) {}

    /** JSON view of one day of a file. */
    record ListedDayView(int line, LocalDate date, String name, CalendarDecree.DecreedDayKind kind) {

        static ListedDayView of(HolidayListing.ListedHoliday listed) {
            return new ListedDayView(
                    listed.line(),
                    listed.day().date(),
                    listed.day().name(),
                    listed.day().kind());
        }
    }

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
        requireKnown(version);
        CalendarChangeImpact impact = impactTopic.impact(version);
        return new CalendarImpactView(impact.moved(), impact);
    }

    /** The notices of this version: one for each institution whose deadlines moved. */
    @GetMapping("/v1/calendars/{version}/notices")
    Collection<CalendarChangeNotice> notices(@PathVariable int version) {
        requireKnown(version);
        return impactTopic.notices(version).values();
    }

    /** The notices to one institution, the newest first. */
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
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        if (why.isBlank() || why.length() > MAX_REASON) {
            throw ProblemException.ofField(
                    "why", "is required, with at most " + MAX_REASON + " characters: it is published with the decree");
        }
        HolidayListing listing = readDays(type, body, name, scope);
        CalendarDecree decree = decree(listing, name, scope, caller.actor().toString(), why);
        try {
            calendarTopic.publish(decree).join();
        } catch (CompletionException e) {
            throw ProblemException.tryLater(
                    "The decree cannot be stored at this moment, so it was not entered.", RETRY_AFTER_SECONDS);
        }
        return decree;
    }

    /** Which days a decree would close, and what that would do to the deadlines that are open now; changes nothing. */
    @PostMapping(
            path = "/v1/desk/calendars/dry-run",
            consumes = {CSV, ICAL})
    CalendarPreviewView tryOut(
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scope) {
        HolidayListing listing = readDays(type, body, name, scope);
        CalendarDecree proposed = decree(listing, name, scope, "", "");
        CalendarDryRun dryRun = limits.ofNation(() -> queries.dryRun(proposed, clock.instant()));
        return new CalendarPreviewView(
                listing.days().stream().map(ListedDayView::of).toList(),
                listing.ignored(),
                dryRun.impact().moved(),
                dryRun.impact(),
                dryRun.farthest());
    }

    private void requireKnown(int version) {
        if (version < 0 || version > calendarTopic.get().version()) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "unknown-version", "There is no version of the calendar with this number.");
        }
    }

    private CalendarDecree decree(HolidayListing listing, String name, String scope, String by, String why) {
        return new CalendarDecree(name, scope, listing.decreedDays(), List.of(), by, why, clock.instant());
    }

    private HolidayListing readDays(MediaType type, byte[] body, String name, String scope) {
        DecreeBounds.nameViolation(name).ifPresent(reason -> {
            throw ProblemException.ofField("name", reason + ": the name by which officials cite the decree");
        });
        ZoneId zone = scopes.requireZone(scope);
        HolidayListing listing = read(type, body, zone);
        if (listing.days().isEmpty()) {
            throw ProblemException.ofField("body", namesNoDay(listing));
        }
        DecreeBounds.violation(listing.days()).ifPresent(reason -> {
            throw ProblemException.ofField("body", reason);
        });
        return listing;
    }

    private HolidayListing read(MediaType type, byte[] body, ZoneId zone) {
        try {
            return type.isCompatibleWith(MediaType.valueOf(ICAL))
                    ? HolidayICalendarCodec.read(
                            body, zone, clock.instant().atZone(zone).getYear() + 1)
                    : HolidayCsvCodec.days(body);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("body", String.valueOf(e.getMessage()));
        }
    }

    private static String namesNoDay(HolidayListing listing) {
        return listing.ignored().stream()
                .findFirst()
                .map(first -> "closes no day; the first of " + listing.ignored().size() + " ignored entries is on line "
                        + first.line() + ": " + first.reason())
                .orElse("names no day");
    }
}
