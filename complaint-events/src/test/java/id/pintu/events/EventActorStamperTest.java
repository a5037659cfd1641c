package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventActorStamperTest {

    private static final EventActor ACTOR = new EventActor("program/DESK", "national-desk");

    static List<ComplaintEvent> samples() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStampedEventDiffersInItsActorOnly(ComplaintEvent sample) {
        ComplaintEvent stamped = EventActorStamper.stamp(sample, ACTOR);

        assertThat(stamped.by()).contains(ACTOR);
        assertThat(stamped)
                .usingRecursiveComparison()
                .ignoringFields("stamp.by")
                .isEqualTo(sample);
        assertThat(EventJsonCodec.read(EventJsonCodec.write(stamped))).isEqualTo(stamped);
    }
}
