package id.pintu.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstallationSecrets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmissionServiceTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final ReporterContact SITI =
            new ReporterContact(Optional.of("Siti"), Optional.of("siti@example.org"), Optional.empty());

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);

    @BeforeEach
    void dropDatabase() {
        MONGO.database().drop();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void aRepeatedSubmissionGetsTheSameReceipt() {
        SubmissionReceipt first = submit("key", report("Jalan rusak"));
        SubmissionReceipt again = submit("key", report("Jalan rusak"));

        assertThat(again).isEqualTo(first);
        assertThat(intake.snapshots.find(first.trackingNumber())).isPresent();
    }

    @Test
    void aSubmissionThatTheLedgerHasAlreadyIsToldAsARepetition() {
        SubmissionRequest request =
                new SubmissionRequest(Optional.empty(), "key", report("Jalan rusak"), ReporterContact.NONE);
        assertThat(intake.submissions.submitOnce(request, Optional.empty()).repeated())
                .isFalse();
        assertThat(intake.submissions.submitOnce(request, Optional.empty()).repeated())
                .isTrue();
    }

    @Test
    void trackingNumberAndReporterKeyAreDerivedFromTheSecretAndRevealNothing() {
        assertThat(submit("key", report("Jalan rusak")))
                .isEqualTo(new SubmissionReceipt(
                        ComplaintId.parse("RHP9-9RAM-KJM9-3"), "845232612053a58ae3e75c1d34f5d4c81177edfb"));
    }

    @Test
    void anotherIdempotencyKeyOrChannelGetsAnotherTrackingNumber() {
        SubmissionReceipt first = submit("key", report("Jalan rusak"));

        assertThat(submit("other key", report("Jalan rusak")).trackingNumber()).isNotEqualTo(first.trackingNumber());
        assertThat(submit("key", report(IntakeChannel.APP, "Jalan rusak")).trackingNumber())
                .isNotEqualTo(first.trackingNumber());
    }

    @Test
    void nobodyCanTakeUpTheNumberOfAnotherCredentialsSubmission() {
        SubmissionReceipt guessed = submit("id/1", report(IntakeChannel.SMS, "Jalan rusak"));
        SubmissionReceipt gateway = submit(Optional.of("gateway"), "id/1", "Lampu mati");

        assertThat(gateway.trackingNumber()).isNotEqualTo(guessed.trackingNumber());
        assertThat(submit(Optional.of("other"), "id/1", "Lampu mati")).isNotEqualTo(gateway);
        assertThat(submit(Optional.of("gateway"), "id/1", "Lampu mati")).isEqualTo(gateway);
    }

    @Test
    void aSubmissionFromBeforeTheCredentialIsFoundAgain() {
        SubmissionReceipt before = submit("import/1", report(IntakeChannel.SMS, "Jalan rusak"));

        assertThat(submit(Optional.of("command-line"), "import/1", "Jalan rusak"))
                .isEqualTo(before);
    }

    @Test
    void afterARotationReporterKeysAndRepetitionsGoOnWhileThePreviousSecretIsListed() {
        String old = "a secret of thirty-two characters";
        String renewed = "another secret of thirty-two characters";
        SubmissionReceipt first = submit("key", report("Jalan rusak"));
        IntakeServiceFixture rotated =
                new IntakeServiceFixture(MONGO, IntakeServiceFixture.NOW, InstallationSecrets.of(renewed, old));

        SubmissionReceipt again = submit(rotated, Optional.empty(), "key", report("Jalan rusak"), ReporterContact.NONE);
        assertThat(again.trackingNumber()).isEqualTo(first.trackingNumber());
        assertThat(rotated.submissions.isReporterKey(first.reporterKey(), first.trackingNumber()))
                .isTrue();
        assertThat(rotated.submissions.isReporterKey(again.reporterKey(), first.trackingNumber()))
                .isTrue();
        assertThat(again.reporterKey()).isNotEqualTo(first.reporterKey());

        IntakeServiceFixture later =
                new IntakeServiceFixture(MONGO, IntakeServiceFixture.NOW, InstallationSecrets.of(renewed));
        assertThat(later.submissions.isReporterKey(first.reporterKey(), first.trackingNumber()))
                .isFalse();
        assertThat(later.submissions.isReporterKey(again.reporterKey(), first.trackingNumber()))
                .isTrue();
        assertThat(submit(later, Optional.empty(), "key", report("Jalan rusak"), ReporterContact.NONE)
                        .trackingNumber())
                .isNotEqualTo(first.trackingNumber());
    }

    private SubmissionReceipt submit(Optional<String> credential, String key, String text) {
        return submit(intake, credential, key, report(IntakeChannel.SMS, text), ReporterContact.NONE);
    }

    @Test
    void refusesAnIdempotencyKeyUsedForAnotherReport() {
        submit("key", report("Jalan rusak"));

        assertKeyReused("key", report("Lampu mati"));
        assertThat(intake.broker.written("intake.commands")).hasSize(1);
    }

    @Test
    void refusesAReusedIdempotencyKeyWhenTheClaimIsLost() {
        submit("key", report("Jalan rusak"));
        MONGO.database().getCollection("claims").drop();

        assertKeyReused("key", report("Lampu mati"));
    }

    @Test
    void refusesAReusedIdempotencyKeyBeforeTheFirstReportIsProcessed() {
        intake.broker.stopDelivering();
        submit("key", report("Jalan rusak"));

        assertKeyReused("key", report("Lampu mati"));
    }

    @Test
    void aSubmissionRefusedDuringABrokerOutageCanBeRepeated() {
        intake.broker.goDown();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> submit("key", report("Jalan rusak")))
                .satisfies(
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(503));
        intake.broker.recover();

        SubmissionReceipt receipt = submit("key", report("Jalan rusak"));
        assertThat(intake.snapshots.find(receipt.trackingNumber())).isPresent();
    }

    @Test
    void writesTheContactBeforeTheReportAndOnlyToTheReportersTopic() {
        SubmissionReceipt receipt = submit("key", report("Jalan rusak"), SITI);

        assertThat(intake.broker.topics()).containsExactly("reporters", "intake.commands");
        assertThat(intake.broker.keys()).containsOnly(receipt.trackingNumber().value());
        assertThat(intake.broker.written("reporters"))
                .containsExactly("{\"name\":\"Siti\",\"email\":\"siti@example.org\"}");
        assertThat(intake.broker.written("intake.commands").getFirst())
                .contains("Jalan rusak")
                .doesNotContain("siti", "Siti");
        MONGO.database()
                .listCollectionNames()
                .forEach(name -> MONGO.database()
                        .getCollection(name)
                        .find()
                        .forEach(document -> assertThat(document.toJson()).doesNotContain("siti", "Siti")));
    }

    @Test
    void writesNoContactRecordWithoutAnAddress() {
        submit(
                "key",
                report("Jalan rusak"),
                new ReporterContact(Optional.of("Siti"), Optional.empty(), Optional.empty()));

        assertThat(intake.broker.written("reporters")).isEmpty();
    }

    private SubmissionReceipt submit(String key, SubmittedReport report) {
        return submit(key, report, ReporterContact.NONE);
    }

    private SubmissionReceipt submit(String key, SubmittedReport report, ReporterContact contact) {
        return submit(intake, Optional.empty(), key, report, contact);
    }

    private static SubmissionReceipt submit(
            IntakeServiceFixture intake,
            Optional<String> credential,
            String key,
            SubmittedReport report,
            ReporterContact contact) {
        return intake.submissions.submit(new SubmissionRequest(credential, key, report, contact), Optional.empty());
    }

    private void assertKeyReused(String key, SubmittedReport report) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> submit(key, report))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(422);
                    assertThat(problem.getBody().getDetail()).contains("Idempotency-Key");
                });
    }

    private static SubmittedReport report(String text) {
        return report(IntakeChannel.WEB, text);
    }

    private static SubmittedReport report(IntakeChannel channel, String text) {
        return new SubmittedReport(
                channel,
                ComplaintKind.COMPLAINT,
                "",
                text,
                SubmittedReport.ReportedLocation.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SubmittedReport.ReportPrivacySettings(false, false, ContactChannel.NONE));
    }
}
