package id.pintu.routing.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import id.pintu.routing.Reports;
import id.pintu.routing.whatif.Comparison.Agreement;
import id.pintu.routing.whatif.Comparison.Load;
import id.pintu.routing.whatif.Comparison.Move;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    /** The draft sends roads to K.PU; the rules that hold send everything that is no dog to the desk. */
    private final WhatIf whatIf = new WhatIf(
            report -> report.text().contains("anjing") ? "D.33.74" : Placing.DESK,
            report -> report.text().contains("jalan") ? "K.PU" : report.text().contains("anjing") ? "D.33.74" : "DESK",
            NOON);

    @Test
    void tellsWhatMovesHowFullEachPlaceGetsAndHowOftenTheDeskAgrees() {
        whatIf.evolve(submitted(1, "jalan rusak", NOON));
        whatIf.evolve(submitted(2, "jalan berlubang", NOON));
        whatIf.evolve(submitted(3, "anjing liar", NOON));
        whatIf.evolve(submitted(4, "lain", NOON));
        whatIf.evolve(routed(1, "K.PU", "national-desk-decision"));
        whatIf.evolve(routed(4, "P.33", "national-desk-decision"));
        whatIf.evolve(routed(3, "D.33.74", "wished-institution"));

        assertThat(whatIf.compared())
                .isEqualTo(new Comparison(
                        4,
                        2,
                        List.of(new Move("DESK", "K.PU", 2, List.of(id(1).value(), id(2).value()))),
                        List.of(new Load("DESK", 3, 1), new Load("K.PU", 0, 2), new Load("D.33.74", 1, 1)),
                        new Agreement(2, 0, 1)));
    }

    @Test
    void ofSeveralPlacesTheFirstIsWhatTheDeskDecidedAbout() {
        WhatIf several = new WhatIf(report -> "D.33.74+P.33", report -> "P.33+D.33.74", NOON);
        several.evolve(submitted(1, "pungli", NOON));
        several.evolve(routed(1, "D.33.74", "national-desk-decision"));

        assertThat(several.compared().desk()).isEqualTo(new Agreement(1, 1, 0));
    }

    @Test
    void aRepeatCountsOnceAndWhatIsOlderNotAtAll() {
        whatIf.evolve(submitted(1, "jalan rusak", NOON));
        whatIf.evolve(submitted(1, "jalan rusak", NOON));
        whatIf.evolve(submitted(2, "jalan rusak", NOON.minusMillis(1)));
        whatIf.evolve(routed(2, "K.PU", "national-desk-decision"));

        assertThat(whatIf.compared().complaints()).isEqualTo(1);
        assertThat(whatIf.compared().desk()).isEqualTo(new Agreement(0, 0, 0));
    }

    private static ComplaintSubmitted submitted(int number, String text, Instant at) {
        return new ComplaintSubmitted(
                Stamp.of(id(number), new UUID(0, number), ComplaintSubmitted.class, at), Reports.saying(text));
    }

    private static ComplaintRouted routed(int number, String code, String rule) {
        return new ComplaintRouted(
                Stamp.of(id(number), new UUID(1, number), ComplaintRouted.class, NOON),
                new Institution(code, code, ZoneId.of("Asia/Jakarta")),
                Optional.empty(),
                1,
                new Reason(rule, List.of()));
    }

    private static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }
}
