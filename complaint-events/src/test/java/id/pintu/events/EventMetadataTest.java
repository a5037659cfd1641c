package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventMetadataTest {

    @Test
    void theIdDoesNotDependOnTheTime() {
        assertThat(EventMetadata.of(SampleEvents.ID, SampleEvents.CAUSE, ComplaintRouted.class, SampleEvents.AT)
                        .id())
                .isEqualTo(EventMetadata.of(
                                SampleEvents.ID,
                                SampleEvents.CAUSE,
                                ComplaintRouted.class,
                                SampleEvents.AT.plusSeconds(60))
                        .id());
    }

    /** MD5 of {@code <cause>/<wire name>/<sequence>}. Ids are stored in ledgers, so the derivation must never change. */
    @Test
    void derivesThePinnedId() {
        assertThat(SampleEvents.stamp(ComplaintRouted.class).id()).hasToString("b7c899a1-b807-3941-8d17-805964b2c9f9");
    }

    @Test
    void idsDifferByCauseTypeAndSequence() {
        Set<UUID> ids = new HashSet<>();
        for (UUID cause : new UUID[] {SampleEvents.CAUSE, new UUID(1, 2)}) {
            for (Class<? extends ComplaintEvent> type : EventJsonCodec.types().values()) {
                for (int sequence = 0; sequence < 3; sequence++) {
                    assertThat(ids.add(EventMetadata.of(SampleEvents.ID, cause, type, sequence, SampleEvents.AT)
                                    .id()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void causedByTakesComplaintAndCauseFromTheEvent() {
        ComplaintEvent cause = SampleEvents.submitted();

        assertThat(EventMetadata.causedBy(cause, ComplaintReplied.class, SampleEvents.AT))
                .isEqualTo(EventMetadata.of(SampleEvents.ID, cause.id(), ComplaintReplied.class, 0, SampleEvents.AT));
    }
}
