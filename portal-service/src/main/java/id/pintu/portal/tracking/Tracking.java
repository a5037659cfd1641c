package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.Institution;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineMissed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What anybody who has its number may see of one complaint. Where it stands and who is responsible follow from its
 * timeline, so they cannot disagree with it.
 *
 * @param report empty until its submission was heard
 * @param timeline by time; what happened at the same moment, as it was heard
 * @param clocks the last word about each clock
 */
public record Tracking(Optional<PublicReport> report, List<Entry> timeline, Map<Clock, Reading> clocks) {

    /** Responsible for every complaint no institution is. */
    public static final Institution NATIONAL_DESK =
            new Institution("DESK", "Administrator Nasional", ZoneId.of("Asia/Jakarta"));

    static final Tracking UNKNOWN = new Tracking(Optional.empty(), List.of(), Map.of());

    /** Clocks of two machines differ a little; still nothing comes before the report. */
    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> !entry.step().equals(EventJson.wireName(ComplaintSubmitted.class)))
            .thenComparing(Entry::at);

    /**
     * @param at when the clock was set, met or paused
     * @param dueAt empty while it does not run
     */
    public record Reading(Instant at, Optional<Instant> dueAt) {}

    public Status status() {
        return timeline.stream().flatMap(entry -> entry.status().stream()).reduce(Status.RECEIVED, Status::followedBy);
    }

    /** An institution, or the {@linkplain #NATIONAL_DESK national desk}. */
    public Institution responsible() {
        return timeline.stream()
                .flatMap(entry -> entry.responsible().stream())
                .reduce(NATIONAL_DESK, (former, next) -> next);
    }

    /** The earliest limit that runs, late or not; none once the complaint has ended. */
    public Optional<Deadline> deadline() {
        return status().isFinal()
                ? Optional.empty()
                : clocks.entrySet().stream()
                        .flatMap(clock ->
                                clock.getValue().dueAt().stream().map(dueAt -> new Deadline(clock.getKey(), dueAt)))
                        .min(Comparator.comparing(Deadline::dueAt));
    }

    /** Its overall limit has passed unsolved, and its reporter has not yet agreed that the Ombudsman may have it. */
    public boolean awaitsConsent() {
        Optional<Instant> overall =
                Optional.ofNullable(clocks.get(Clock.OVERALL)).flatMap(Reading::dueAt);
        return !status().isFinal()
                && overall.filter(due -> happened(DeadlineMissed.class, due)).isPresent()
                && !happened(OmbudsmanConsentGiven.class, Instant.MIN);
    }

    private boolean happened(Class<? extends ComplaintEvent> type, Instant since) {
        return timeline.stream()
                .anyMatch(entry -> entry.step().equals(EventJson.wireName(type))
                        && !entry.at().isBefore(since));
    }

    /** The stations of its way; one that ended early is not shown stations it never came to. */
    public List<Stage> way() {
        Set<Stage> visited = timeline.stream()
                .flatMap(entry -> entry.status().stream())
                .map(Status::stage)
                .collect(Collectors.toSet());
        return Arrays.stream(Stage.values())
                .filter(stage -> !status().isEarlyEnd() || visited.contains(stage))
                .toList();
    }

    /** The institution's name as the ledger last gave it, or its code. */
    String nameOf(String code) {
        return timeline.stream()
                .flatMap(entry -> entry.responsible().stream())
                .filter(institution -> institution.code().equals(code))
                .map(Institution::name)
                .reduce(code, (former, next) -> next);
    }

    Tracking with(PublicReport heard) {
        return new Tracking(Optional.of(heard), timeline, clocks);
    }

    /** The one place where what people write could enter: it does not, unless the report is known to be public. */
    Tracking with(Entry entry) {
        boolean open = report.isPresent() && !report.get().confidential();
        List<Entry> entries = new ArrayList<>(timeline);
        entries.add(open ? entry : entry.withheld());
        entries.sort(ORDER);
        return new Tracking(report, List.copyOf(entries), clocks);
    }

    Tracking with(Clock clock, Reading reading) {
        Map<Clock, Reading> readings = new EnumMap<>(Clock.class);
        readings.putAll(clocks);
        readings.merge(clock, reading, (former, next) -> next.at().isBefore(former.at()) ? former : next);
        return new Tracking(report, timeline, readings);
    }
}
