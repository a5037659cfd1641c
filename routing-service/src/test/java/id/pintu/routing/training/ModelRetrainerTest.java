package id.pintu.routing.training;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.handling.DisputeHistory;
import id.pintu.routing.handling.DisputeHistory.InstitutionRefusal;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RelatedComplaints;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelRetrainerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final RoutingKnowledge KNOWLEDGE = TABLES.knowledge();
    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    private final TrainingExampleRepository trainingExamples = new TrainingExampleRepository(STORE.database());

    @BeforeEach
    void empty() {
        STORE.database().drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void learnsWordsWithoutARuleFromAcceptedComplaints() {
        ModelRetrainer retrainer = new ModelRetrainer(() -> KNOWLEDGE, trainingExamples, InstantSource.fixed(NOW));
        assertThat(first(new ComplaintRouter(KNOWLEDGE, retrainer.get()), "zamzibar kuldus macet"))
                .isEmpty();

        trainingExamples.updateFrom(verified(0, 150, "zamzibar kuldus", "L.BMKG"));
        trainingExamples.updateFrom(verified(150, 300, "wakrimen torbal", "L.BPS"));
        retrainer.retrainIfNeeded();

        assertThat(first(new ComplaintRouter(KNOWLEDGE, retrainer.get()), "zamzibar kuldus macet"))
                .contains("L.BMKG");
        assertThat(first(new ComplaintRouter(KNOWLEDGE, retrainer.get()), "torbal wakrimen lagi"))
                .contains("L.BPS");
    }

    @Test
    void trainsTheSameModelFromTheSameExamplesInAnyOrder() {
        trainingExamples.updateFrom(verified(150, 300, "wakrimen torbal", "L.BPS"));
        trainingExamples.updateFrom(verified(0, 150, "zamzibar kuldus", "L.BMKG"));
        trainingExamples.updateFrom(verified(0, 50, "zamzibar kuldus", "L.BMKG"));
        ModelRetrainer one = new ModelRetrainer(() -> KNOWLEDGE, trainingExamples, InstantSource.fixed(NOW));
        one.retrainIfNeeded();
        STORE.database().drop();
        trainingExamples.updateFrom(verified(0, 300, "zamzibar kuldus", "L.BMKG"));
        trainingExamples.updateFrom(verified(150, 300, "wakrimen torbal", "L.BPS"));
        ModelRetrainer other = new ModelRetrainer(() -> KNOWLEDGE, trainingExamples, InstantSource.fixed(NOW));
        other.retrainIfNeeded();

        assertThat(other.get().featureWeights()).isEqualTo(one.get().featureWeights());
        assertThat(other.get().threshold()).isEqualTo(one.get().threshold());
    }

    @Test
    void deletesTheExampleOfAComplaintThatWasReturned() {
        Map<ComplaintId, HandlingState> states = verified(0, 3, "zamzibar", "L.BMKG");
        trainingExamples.updateFrom(states);
        assertThat(trainingExamples.newest(10)).hasSize(3);

        states.replaceAll((id, state) -> handling(state.report().orElseThrow(), "L.BPS", "L.BMKG"));
        trainingExamples.updateFrom(states);
        assertThat(trainingExamples.count()).isZero();
    }

    private static Optional<String> first(ComplaintRouter router, String text) {
        return router.likeliest(SampleReports.withText(text), 1, LocalDate.ofInstant(NOW, ZoneOffset.UTC)).stream()
                .map(choice -> choice.institution())
                .findFirst();
    }

    private static Map<ComplaintId, HandlingState> verified(int from, int to, String text, String code) {
        Map<ComplaintId, HandlingState> states = new LinkedHashMap<>();
        for (int number = from; number < to; number++) {
            ComplaintId id =
                    ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
            states.put(id, handling(SampleReports.withText(text + " nomor " + number), code, code));
        }
        return states;
    }

    private static HandlingState handling(SubmittedReport report, String responsible, String verified) {
        return new HandlingState(
                HandlingState.HandlingPhase.AT_INSTITUTION,
                Optional.of(report),
                Optional.of(NOW),
                Optional.of(new InstitutionRef(responsible, responsible, ZoneOffset.UTC)),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                new DisputeHistory(
                        responsible.equals(verified)
                                ? List.of()
                                : List.of(new InstitutionRefusal(verified, "Bukan wewenang", Optional.empty())),
                        "",
                        Optional.empty(),
                        false,
                        Optional.of(verified),
                        false,
                        List.of()),
                new RelatedComplaints(Optional.empty(), List.of(), Optional.empty()),
                0,
                0,
                0,
                HandlingState.UNKNOWN.deadlines());
    }
}
