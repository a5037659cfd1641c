package id.pintu.sla.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.sla.calendar.DecreedCalendarFixture;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A complaint whose events were folded by a rebuild although they could not be answered when they came has no clocks. */
class MissingClockCheckTest {

    private static final DeadlineEventFactory DEADLINES = new DeadlineEventFactory(
            () -> DecreedCalendarFixture.CALENDARS,
            SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml")));
    private static final SlaClockRules RULES = new SlaClockRules(DEADLINES);
    private static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");

    private final OpenClockIndex index = new OpenClockIndex(DEADLINES);
    private final Map<ComplaintId, ComplaintClockState> snapshots = new HashMap<>();
    private final MissingClockCheck check =
            new MissingClockCheck(index, this::snapshots, new MissingClockCalculator(DEADLINES));

    @Test
    void setsTheClocksFromWhenTheyShouldHaveStarted() {
        rebuild(submitted(), routed());
        assertThat(check.missing(MONDAY)).as("they may still come").isEmpty();
        List<ComplaintEvent> missing = check.missing(MONDAY.plusSeconds(5));
        assertThat(missing)
                .extracting(event -> ((DeadlineSet) event).clock(), event -> ((DeadlineSet) event).dueAt())
                .containsExactlyInAnyOrder(
                        tuple(SlaClockType.OVERALL, Instant.parse("2026-09-03T09:00:00Z")),
                        tuple(SlaClockType.INSTITUTION_VERIFICATION, Instant.parse("2026-06-11T09:00:00Z")));
        missing.forEach(index::evolve);
        assertThat(index.withoutClock()).isEmpty();
        assertThat(index.due(Instant.parse("2026-06-11T09:00:01Z"), 9))
                .as("the missing clock escalates like any other")
                .hasSize(1);
    }

    @Test
    void aClockThatWouldBeOverAlreadyHasOneWorkingDayLeft() {
        rebuild(submitted(), routed(), verified());
        Instant september = Instant.parse("2026-09-07T03:00:00Z");
        check.missing(september);
        assertThat(check.missing(september))
                .extracting(event -> ((DeadlineSet) event).clock(), event -> ((DeadlineSet) event).dueAt())
                .containsExactlyInAnyOrder(
                        tuple(SlaClockType.OVERALL, Instant.parse("2026-09-08T09:00:00Z")),
                        tuple(SlaClockType.FOLLOW_UP, Instant.parse("2026-09-08T09:00:00Z")));
    }

    @Test
    void setsNothingWhileTheServiceHasNotCaughtUpAndNothingTwice() {
        rebuild(submitted(), routed());
        index.evolve(verified());
        check.missing(MONDAY);
        assertThat(check.missing(MONDAY)).as("the snapshot is behind").isEmpty();

        ComplaintClockState answered = Objects.requireNonNull(snapshots.get(ID));
        answered = RULES.evolve(answered, verified());
        for (ComplaintEvent own : RULES.react(answered, verified(), MONDAY)) {
            answered = RULES.evolve(answered, own);
        }
        snapshots.put(ID, RULES.evolve(answered, overall()));
        assertThat(check.missing(MONDAY)).as("its clocks are on their way").isEmpty();
    }

    private void rebuild(ComplaintEvent... events) {
        ComplaintClockState clocks = ComplaintClockState.UNKNOWN;
        for (ComplaintEvent event : events) {
            clocks = RULES.evolve(clocks, event);
            index.evolve(event);
        }
        snapshots.put(ID, clocks);
    }

    private Map<ComplaintId, ComplaintClockState> snapshots(Set<ComplaintId> ids) {
        Map<ComplaintId, ComplaintClockState> found = new HashMap<>(snapshots);
        found.keySet().retainAll(ids);
        return found;
    }

    private static ComplaintEvent submitted() {
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class), SubmittedReport.ofText("Jalan rusak"));
    }

    private static ComplaintEvent routed() {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class),
                new InstitutionRef("D.13.71", "Padang", DecreedCalendarFixture.WIB),
                Optional.empty(),
                1,
                new RoutingReason("district", List.of()));
    }

    private static ComplaintEvent verified() {
        return new ComplaintVerified(stamp(ComplaintVerified.class), "D.13.71");
    }

    private static ComplaintEvent overall() {
        ComplaintEvent submitted = submitted();
        return RULES.react(RULES.evolve(ComplaintClockState.UNKNOWN, submitted), submitted, MONDAY)
                .getFirst();
    }

    private static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, new UUID(0, 1), type, MONDAY);
    }
}
