package id.pintu.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.house.http.Problem;
import id.pintu.house.ledger.Store;
import id.pintu.intake.http.Counter.Receipt;
import id.pintu.intake.http.ReportForm.Reporter;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterTest {

    private static final Store STORE = new Store();
    private static final Reporter SITI =
            new Reporter(Optional.of("Siti"), Optional.of("siti@example.org"), Optional.empty());

    private final Intake intake = new Intake(STORE);

    @BeforeEach
    void empty() {
        STORE.database().drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void theSameSubmissionGetsTheSameNumberAndKeyAndIsInTheLedgerOnce() {
        Receipt first = accept("key", report("Jalan rusak"));
        Receipt again = accept("key", report("Jalan rusak"));

        assertThat(again).isEqualTo(first);
        assertThat(intake.casebook.find(first.trackingNumber())).isPresent();
    }

    @Test
    void numbersAndKeysFollowFromTheSecretAndSayNothingOfTheSubmission() {
        assertThat(accept("key", report("Jalan rusak")))
                .isEqualTo(
                        new Receipt(ComplaintId.parse("RHP9-9RAM-KJM9-3"), "845232612053a58ae3e75c1d34f5d4c81177edfb"));
    }

    @Test
    void anotherKeyOrAnotherDoorGetsAnotherNumber() {
        Receipt first = accept("key", report("Jalan rusak"));

        assertThat(accept("other key", report("Jalan rusak")).trackingNumber()).isNotEqualTo(first.trackingNumber());
        assertThat(intake.counter
                        .accept(Door.APP, "key", report("Jalan rusak"), Reporter.UNKNOWN, Optional.empty())
                        .trackingNumber())
                .isNotEqualTo(first.trackingNumber());
    }

    @Test
    void aKeyUsedForAnotherReportIsRefused() {
        accept("key", report("Jalan rusak"));

        refuses("key", report("Lampu mati"));
        assertThat(intake.line.written("intake.commands")).hasSize(1);
    }

    @Test
    void aKeyUsedForAnotherReportIsRefusedAlsoWhenOnlyTheLedgerRemembersIt() {
        accept("key", report("Jalan rusak"));
        STORE.database().getCollection("claims").drop();

        refuses("key", report("Lampu mati"));
    }

    @Test
    void aKeyUsedForAnotherReportIsRefusedAlsoBeforeTheFirstHadItsTurn() {
        intake.line.stall();
        accept("key", report("Jalan rusak"));

        refuses("key", report("Lampu mati"));
    }

    @Test
    void whatCouldNotBeKeptSafeCanBeSubmittedAgain() {
        intake.line.goDown();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> accept("key", report("Jalan rusak")))
                .satisfies(
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(503));
        intake.line.comeBack();

        Receipt receipt = accept("key", report("Jalan rusak"));
        assertThat(intake.casebook.find(receipt.trackingNumber())).isPresent();
    }

    @Test
    void aContactIsWrittenBeforeTheReportToItsOwnTopicAndNowhereElse() {
        Receipt receipt = intake.counter.accept(Door.WEB, "key", report("Jalan rusak"), SITI, Optional.empty());

        assertThat(intake.line.topics()).containsExactly("reporters", "intake.commands");
        assertThat(intake.line.keys()).containsOnly(receipt.trackingNumber().value());
        assertThat(intake.line.written("reporters"))
                .containsExactly("{\"name\":\"Siti\",\"email\":\"siti@example.org\"}");
        assertThat(intake.line.written("intake.commands").getFirst())
                .contains("Jalan rusak")
                .doesNotContain("siti", "Siti");
        STORE.database()
                .listCollectionNames()
                .forEach(name -> STORE.database()
                        .getCollection(name)
                        .find()
                        .forEach(document -> assertThat(document.toJson()).doesNotContain("siti", "Siti")));
    }

    @Test
    void whoLeavesNoContactIsNotInTheReportersTopic() {
        intake.counter.accept(
                Door.WEB,
                "key",
                report("Jalan rusak"),
                new Reporter(Optional.of("Siti"), Optional.empty(), Optional.empty()),
                Optional.empty());

        assertThat(intake.line.written("reporters")).isEmpty();
    }

    private Receipt accept(String key, Report report) {
        return intake.counter.accept(Door.WEB, key, report, Reporter.UNKNOWN, Optional.empty());
    }

    private void refuses(String key, Report report) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> accept(key, report))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(422);
                    assertThat(problem.getBody().getDetail()).contains("Idempotency-Key");
                });
    }

    private static Report report(String text) {
        return new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                "",
                text,
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Report.Privacy(false, false, ContactChannel.NONE));
    }
}
