package id.pintu.sla.http;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.house.http.Problem;
import id.pintu.house.ledger.Casebook;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Decree;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.clock.DryRun;
import id.pintu.sla.clock.Effects;
import id.pintu.sla.csv.HolidayTable;
import id.pintu.sla.ical.HolidayCalendar;
import id.pintu.sla.kafka.AlmanacTopic;
import id.pintu.sla.kafka.EffectsTopic;
import id.pintu.sla.kafka.EffectsTopic.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
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

/** The calendar for everybody, and decrees as the national desk enters them. */
@RestController
class CalendarController {

    private static final String CSV = "text/csv";
    private static final String ICAL = "text/calendar";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final AlmanacTopic almanac;
    private final EffectsTopic effects;
    private final Deadlines deadlines;
    private final Casebook<ComplaintClocks> casebook;
    private final InstantSource clock;

    CalendarController(
            AlmanacTopic almanac,
            EffectsTopic effects,
            Deadlines deadlines,
            Casebook<ComplaintClocks> casebook,
            InstantSource clock) {
        this.almanac = almanac;
        this.effects = effects;
        this.deadlines = deadlines;
        this.casebook = casebook;
        this.clock = clock;
    }

    /**
     * @param version of the whole calendar
     * @param decrees those entered first come first
     */
    record CalendarView(int version, List<Decree> decrees) {}

    /** What a decree did or would do. */
    record EffectsView(int moved, Effects effects, Optional<DeadlineMoved> farthest) {}

    /** The closed days there are, by decree. */
    @GetMapping("/v1/calendars")
    CalendarView calendars() {
        Almanac now = almanac.get();
        return new CalendarView(now.version(), now.decrees());
    }

    /** The same as a table. */
    @GetMapping(path = "/v1/calendars.csv", produces = CSV)
    String csv() {
        return HolidayTable.write(almanac.get().decrees());
    }

    /** The same as an iCalendar, to subscribe to. */
    @GetMapping(path = "/v1/calendars.ics", produces = ICAL)
    String ical() {
        return HolidayCalendar.write(almanac.get().decrees());
    }

    /** What this version has moved, and the notices that were sent. */
    @GetMapping("/v1/calendars/{version}/effects")
    EffectsView effects(@PathVariable int version) {
        Effects done = effects.effects(version);
        return new EffectsView(done.moved(), done, Optional.empty());
    }

    /** One for each institution whose deadlines moved. */
    @GetMapping("/v1/calendars/{version}/notices")
    Collection<Notice> notices(@PathVariable int version) {
        return effects.notices(version).values();
    }

    /** What decrees did to an institution's own deadlines, the newest first; it needs its key. */
    @GetMapping("/v1/agencies/{code}/calendar-notices")
    List<Notice> own(@PathVariable String code) {
        return effects.noticesTo(code);
    }

    /** Enters a decree; deadlines move in the background. */
    @PostMapping(
            path = "/v1/desk/calendars",
            consumes = {CSV, ICAL})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Decree enter(
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam String why,
            Principal who) {
        if (why.isBlank()) {
            throw Problem.ofField("why", "is required: it stands beside the decree");
        }
        Decree decree = decree(type, body, name, scope, who.getName(), why);
        try {
            almanac.enter(decree).join();
        } catch (CompletionException e) {
            throw Problem.tryLater(
                    "It cannot be kept safe at this moment, so it was not entered.", RETRY_AFTER_SECONDS);
        }
        return decree;
    }

    /** What a decree would do to the deadlines that are open now; nothing changes. */
    @PostMapping(
            path = "/v1/desk/calendars/dry-run",
            consumes = {CSV, ICAL})
    EffectsView tryOut(
            @RequestHeader("Content-Type") MediaType type,
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scope) {
        Almanac now = almanac.get();
        Almanac then = now.with(now.version() + 1, decree(type, body, name, scope, "", ""));
        DryRun dryRun = new DryRun(new Deadlines(() -> then, deadlines.policies()));
        Instant instant = clock.instant();
        casebook.forEach((id, clocks) -> dryRun.look(clocks, instant));
        return new EffectsView(dryRun.effects().moved(), dryRun.effects(), dryRun.farthest());
    }

    private Decree decree(MediaType type, byte[] body, String name, String scope, String by, String why) {
        if (name.isBlank()) {
            throw Problem.ofField("name", "is required: as officials cite it");
        }
        List<Decree.Day> days = days(type, body);
        try {
            return new Decree(name, scope, days, List.of(), by, why, clock.instant());
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("scope", String.valueOf(e.getMessage()));
        }
    }

    private static List<Decree.Day> days(MediaType type, byte[] body) {
        try {
            List<Decree.Day> days = read(type, body);
            if (days.isEmpty()) {
                throw Problem.ofField("body", "names no day");
            }
            return days;
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("body", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.ofField("body", "cannot be read");
        }
    }

    private static List<Decree.Day> read(MediaType type, byte[] body) throws IOException {
        if (type.isCompatibleWith(MediaType.valueOf(ICAL))) {
            return HolidayCalendar.read(new ByteArrayInputStream(body));
        }
        return HolidayTable.days("body", new ByteArrayInputStream(body));
    }
}
