package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventJsonCodecPropertyTest {

    @Property
    void anySubmittedReportRoundTrips(
            @ForAll IntakeChannel door,
            @ForAll ComplaintKind kind,
            @ForAll String title,
            @ForAll String text,
            @ForAll Optional<String> optionalText,
            @ForAll boolean anonymous,
            @ForAll boolean confidential,
            @ForAll ContactChannel channel) {
        assertRoundTrip(new ComplaintSubmitted(
                SampleEvents.stamp(ComplaintSubmitted.class),
                new SubmittedReport(
                        door,
                        kind,
                        title,
                        text,
                        new SubmittedReport.ReportedLocation(
                                optionalText,
                                optionalText,
                                optionalText.map(
                                        s -> new SubmittedReport.GeoCoordinates(s.hashCode() / 1e3, s.length()))),
                        optionalText,
                        optionalText,
                        optionalText.map(s -> LocalDate.ofEpochDay(s.hashCode() / 10_000)),
                        new SubmittedReport.ReportPrivacySettings(anonymous, confidential, channel))));
    }

    @Property
    void anyTextAndFactsRoundTrip(@ForAll String text, @ForAll List<String> factTexts) {
        List<ReasonFact> facts = factTexts.stream().map(ReasonFact::new).toList();
        assertRoundTrip(new FollowUpPosted(SampleEvents.stamp(FollowUpPosted.class), text, text));
        assertRoundTrip(new ComplaintHeldForDesk(
                SampleEvents.stamp(ComplaintHeldForDesk.class), new RoutingReason(text, facts)));
        assertRoundTrip(new ComplaintHeldForDesk(
                SampleEvents.stamp(ComplaintHeldForDesk.class),
                new RoutingReason(
                        text,
                        facts,
                        Optional.of(new RoutingAssessment(
                                0.5, text, List.of(new RoutingAssessment.InstitutionLikelihood(text, text, 0.25)))))));
    }

    @Property
    void anyInstantRoundTrips(@ForAll long second, @ForAll int nano) {
        Instant at = Instant.ofEpochSecond(Math.floorMod(second, 253_402_300_800L), Math.floorMod(nano, 1_000_000_000));
        assertRoundTrip(new FollowUpPosted(
                EventMetadata.of(SampleEvents.ID, SampleEvents.CAUSE, FollowUpPosted.class, at),
                "D.33.74",
                "Petugas berangkat"));
    }

    private static void assertRoundTrip(ComplaintEvent event) {
        assertThat(EventJsonCodec.read(EventJsonCodec.write(event))).isEqualTo(event);
    }
}
