package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstitutionActivityProjectionTest {

    private static final Instant START = Instant.parse("2026-03-02T03:00:00Z");

    private final InstitutionActivityProjection activity = new InstitutionActivityProjection(Duration.ofDays(30));

    @Test
    void isInactiveThirtyDaysAfterAMissedDeadlineWithoutAction() {
        evolve(routed(1), missed(1, SlaClockType.INSTITUTION_VERIFICATION, 5));

        assertThat(activity.inactiveSince(day(34))).isEmpty();
        assertThat(activity.inactiveSince(day(35))).isEqualTo(Map.of("D.33.74", day(35)));
    }

    @Test
    void countsFromTheFirstMissedDeadline() {
        evolve(routed(1), routed(2), missed(1, SlaClockType.FOLLOW_UP, 5), missed(2, SlaClockType.FOLLOW_UP, 20));

        assertThat(activity.inactiveSince(day(36))).isEqualTo(Map.of("D.33.74", day(35)));
    }

    @Test
    void isActiveAgainAsSoonAsItActsOnAnyComplaint() {
        evolve(routed(1), missed(1, SlaClockType.FOLLOW_UP, 5), verified(2, 40));
        assertThat(activity.inactiveSince(day(90))).isEmpty();

        evolve(missed(1, SlaClockType.FOLLOW_UP, 50));
        assertThat(activity.inactiveSince(day(80))).isEqualTo(Map.of("D.33.74", day(80)));
    }

    @Test
    void returningAComplaintIsAnAction() {
        evolve(
                routed(1),
                missed(1, SlaClockType.FOLLOW_UP, 5),
                new ComplaintReturned(stamp(1, ComplaintReturned.class, 6), "D.33.74", "bukan wewenang"));

        assertThat(activity.inactiveSince(day(90))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SlaClockType.class,
            names = {"DESK_VERIFICATION", "REPORTER_SILENCE"})
    void ignoresDeadlinesOfOtherParties(SlaClockType clock) {
        evolve(routed(1), missed(1, clock, 5));

        assertThat(activity.inactiveSince(day(90))).isEmpty();
    }

    @Test
    void doesNotDependOnRepeatedEventsOrTheOrderOfPartitions() {
        List<ComplaintEvent> afterRouting = new ArrayList<>(List.of(
                missed(1, SlaClockType.FOLLOW_UP, 5),
                missed(2, SlaClockType.FOLLOW_UP, 12),
                verified(3, 10),
                missed(3, SlaClockType.FOLLOW_UP, 14),
                missed(2, SlaClockType.FOLLOW_UP, 12),
                verified(3, 10)));
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(afterRouting, new Random(seed));
            InstitutionActivityProjection other = new InstitutionActivityProjection(Duration.ofDays(30));
            List.of(routed(1), routed(2), routed(3)).forEach(other::evolve);
            afterRouting.forEach(other::evolve);
            assertThat(other.inactiveSince(day(100))).isEqualTo(Map.of("D.33.74", day(42)));
        }
    }

    @Test
    void isRelevantForActionsAssignmentsAndMissedDeadlines() {
        assertThat(EventJsonCodec.types().entrySet().stream()
                        .filter(each -> InstitutionActivityProjection.isRelevant(each.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "complaint-routed",
                        "complaint-returned",
                        "complaint-verified",
                        "unit-assigned",
                        "clarification-asked",
                        "follow-up-posted",
                        "officer-assigned",
                        "note-added",
                        "extension-requested",
                        "complaint-resolved",
                        "deadline-missed",
                        "complaint-held-for-desk",
                        "complaint-archived",
                        "complaint-closed",
                        "complaint-withdrawn",
                        "complaint-rated");
    }

    private void evolve(ComplaintEvent... events) {
        assertThat(events).allMatch(event -> InstitutionActivityProjection.isRelevant(event.getClass()));

        List.of(events).forEach(activity::evolve);
    }

    private static ComplaintRouted routed(int number) {
        return new ComplaintRouted(
                stamp(number, ComplaintRouted.class, 0),
                new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", ZoneId.of("Asia/Jakarta")),
                Optional.empty(),
                1,
                new RoutingReason("wished-institution", List.of()));
    }

    private static DeadlineMissed missed(int number, SlaClockType clock, int day) {
        return new DeadlineMissed(stamp(number, DeadlineMissed.class, day), clock, day(day), 1, "P.33", false);
    }

    private static ComplaintVerified verified(int number, int day) {
        return new ComplaintVerified(stamp(number, ComplaintVerified.class, day), "D.33.74");
    }

    private static EventMetadata stamp(int number, Class<? extends ComplaintEvent> type, int day) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
        return EventMetadata.of(id, new UUID(number, day), type, day(day));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
