package id.pintu.routing.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.routing.SampleReports;
import id.pintu.routing.whatif.RuleBookComparison.DeskAgreement;
import id.pintu.routing.whatif.RuleBookComparison.DestinationLoad;
import id.pintu.routing.whatif.RuleBookComparison.MovedComplaints;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftRulesImpactProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    /** The draft sends roads to K.PU; the rules in force send everything except dogs to the desk. */
    private final DraftRulesImpactProjection projection = new DraftRulesImpactProjection(
            report -> report.text().contains("anjing") ? RoutingDestination.of("D.33.74") : RoutingDestination.DESK,
            report -> report.text().contains("jalan")
                    ? RoutingDestination.of("K.PU")
                    : report.text().contains("anjing") ? RoutingDestination.of("D.33.74") : RoutingDestination.DESK,
            NOON);

    @Test
    void countsMovesLoadsAndAgreementWithTheDesk() {
        projection.evolve(submitted(1, "jalan rusak", NOON));
        projection.evolve(submitted(2, "jalan berlubang", NOON));
        projection.evolve(submitted(3, "anjing liar", NOON));
        projection.evolve(submitted(4, "lain", NOON));
        projection.evolve(routed(1, "K.PU", "national-desk-decision"));
        projection.evolve(routed(4, "P.33", "national-desk-decision"));
        projection.evolve(routed(3, "D.33.74", "wished-institution"));

        assertThat(projection.comparison())
                .isEqualTo(new RuleBookComparison(
                        4,
                        2,
                        List.of(new MovedComplaints("DESK", "K.PU", 2, List.of(id(1).value(), id(2).value()))),
                        List.of(
                                new DestinationLoad("DESK", 3, 1),
                                new DestinationLoad("K.PU", 0, 2),
                                new DestinationLoad("D.33.74", 1, 1)),
                        new DeskAgreement(2, 0, 1)));
    }

    @Test
    void comparesTheDeskDecisionWithTheFirstOfSeveralInstitutions() {
        DraftRulesImpactProjection several = new DraftRulesImpactProjection(
                report -> RoutingDestination.of("D.33.74", "P.33"),
                report -> RoutingDestination.of("P.33", "D.33.74"),
                NOON);
        several.evolve(submitted(1, "pungli", NOON));
        several.evolve(routed(1, "D.33.74", "national-desk-decision"));

        assertThat(several.comparison().desk()).isEqualTo(new DeskAgreement(1, 1, 0));
        assertThat(several.comparison().moves())
                .extracting(MovedComplaints::from, MovedComplaints::to)
                .containsExactly(tuple("D.33.74+P.33", "P.33+D.33.74"));
    }

    @Test
    void countsARepeatedEventOnceAndOlderComplaintsNotAtAll() {
        projection.evolve(submitted(1, "jalan rusak", NOON));
        projection.evolve(submitted(1, "jalan rusak", NOON));
        projection.evolve(submitted(2, "jalan rusak", NOON.minusMillis(1)));
        projection.evolve(routed(2, "K.PU", "national-desk-decision"));

        assertThat(projection.comparison().complaints()).isEqualTo(1);
        assertThat(projection.comparison().desk()).isEqualTo(new DeskAgreement(0, 0, 0));
    }

    private static ComplaintSubmitted submitted(int number, String text, Instant at) {
        return new ComplaintSubmitted(
                EventMetadata.of(id(number), new UUID(0, number), ComplaintSubmitted.class, at),
                SampleReports.withText(text));
    }

    private static ComplaintRouted routed(int number, String code, String rule) {
        return new ComplaintRouted(
                EventMetadata.of(id(number), new UUID(1, number), ComplaintRouted.class, NOON),
                new InstitutionRef(code, code, ZoneId.of("Asia/Jakarta")),
                Optional.empty(),
                1,
                new RoutingReason(rule, List.of()));
    }

    private static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }
}
