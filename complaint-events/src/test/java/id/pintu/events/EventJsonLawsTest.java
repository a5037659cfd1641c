package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventJsonLawsTest {

    @Property
    void whateverIsWrittenIsReadBack(
            @ForAll Door door,
            @ForAll ComplaintKind kind,
            @ForAll String title,
            @ForAll String text,
            @ForAll Optional<String> said,
            @ForAll boolean anonymous,
            @ForAll boolean confidential,
            @ForAll ContactChannel channel) {
        survives(new ComplaintSubmitted(
                SampleEvents.stamp(ComplaintSubmitted.class),
                new Report(
                        door,
                        kind,
                        title,
                        text,
                        new Report.Place(said, said, said.map(s -> new Report.Point(s.hashCode() / 1e3, s.length()))),
                        said,
                        said,
                        said.map(s -> LocalDate.ofEpochDay(s.hashCode() / 10_000)),
                        new Report.Privacy(anonymous, confidential, channel))));
    }

    @Property
    void anyWordsSurvive(@ForAll String words, @ForAll List<String> facts) {
        survives(new FollowUpPosted(SampleEvents.stamp(FollowUpPosted.class), words, words));
        survives(new ComplaintHeldForDesk(SampleEvents.stamp(ComplaintHeldForDesk.class), new Reason(words, facts)));
        survives(new ComplaintHeldForDesk(
                SampleEvents.stamp(ComplaintHeldForDesk.class),
                new Reason(
                        words,
                        facts,
                        Optional.of(new Assessment(0.5, words, List.of(new Assessment.Choice(words, words, 0.25)))))));
    }

    @Property
    void anyMomentSurvives(@ForAll long second, @ForAll int nano) {
        Instant at = Instant.ofEpochSecond(Math.floorMod(second, 253_402_300_800L), Math.floorMod(nano, 1_000_000_000));
        survives(new FollowUpPosted(
                Stamp.of(SampleEvents.ID, SampleEvents.CAUSE, FollowUpPosted.class, at),
                "D.33.74",
                "Petugas berangkat"));
    }

    private static void survives(ComplaintEvent event) {
        assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
    }
}
