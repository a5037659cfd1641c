package id.pintu.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.keys.InstallationSecrets;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;

class EmailChannelTest {

    private static final ComplaintEventFixture EVENTS = ComplaintEventFixture.of("pothole");
    private static final PendingNotice SUBMITTED = new PendingNotice(
            EVENTS.submitted(ContactChannel.EMAIL).id(),
            EVENTS.id(),
            EVENTS.id(),
            NoticeType.SUBMITTED,
            Map.of(),
            ComplaintEventFixture.START);

    @Test
    void sendsAnEmailWithDerivedMessageIdAndReferences() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(emailChannel(server.getSmtp().getPort()).deliver(SUBMITTED, contact("siti@example.id")))
                    .isEqualTo(new Delivered());
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getMessageID()).isEqualTo("<" + SUBMITTED.about() + "@lapor.example>");
            assertThat(received.getHeader("References")).containsExactly("<" + EVENTS.id() + "@lapor.example>");
            assertThat(received.getSubject()).isEqualTo("[" + EVENTS.id() + "] Laporan diterima / Report received");
            assertThat(received.getAllRecipients()[0]).hasToString("siti@example.id");
            assertThat(received.getFrom()[0]).hasToString("SP4N-LAPOR! <noreply@lapor.example>");
            assertThat(received.getContent().toString())
                    .startsWith("Yth. Siti,")
                    .contains("Dear Siti,");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"siti", "siti@", "a@b.id, c@d.id", "siti@example.id\r\nBcc: all@example.id", ""})
    void refusesAMalformedAddressWithoutContactingTheServer(String email) {
        assertThat(emailChannel(1).deliver(SUBMITTED, contact(email)))
                .isEqualTo(new Undeliverable("malformed-address"));
    }

    @Test
    void refusesAnErasedContact() {
        assertThat(emailChannel(1).deliver(SUBMITTED, ReporterContact.NONE)).isEqualTo(Undeliverable.NO_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 No such user, smtp-550", "RCPT, 553 Bad mailbox, smtp-553", "., 554 Rejected, smtp-554"
    })
    void returnsUndeliverableForAPermanentRefusal(String command, String answer, String reason) throws IOException {
        assertThat(answeredBy(command, answer)).isEqualTo(new Undeliverable(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 Grey-listed",
        "RCPT, 554 5.7.1 Relay access denied",
        "MAIL, 550 5.1.8 Sender rejected",
        "MAIL, 421 Going down",
        "., 451 Try later",
        "., ''"
    })
    void throwsOnATemporaryFailureOrAPolicyRefusal(String command, String answer) {
        assertThatThrownBy(() -> answeredBy(command, answer)).isInstanceOf(MailException.class);
    }

    @Test
    void throwsWhenTheServerIsUnreachable() {
        assertThatThrownBy(() -> emailChannel(1).deliver(SUBMITTED, contact("siti@example.id")))
                .isInstanceOf(MailException.class);
    }

    @Test
    void aFailedQuitIsNoFailure() throws IOException {
        assertThat(answeredBy("QUIT", "")).isEqualTo(new Delivered());
    }

    private static DeliveryResult answeredBy(String command, String answer) throws IOException {
        try (StubSmtpServer server = new StubSmtpServer(Map.of(command, answer))) {
            return emailChannel(server.port()).deliver(SUBMITTED, contact("siti@example.id"));
        }
    }

    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");

    private static EmailChannel emailChannel(int port) {
        return new EmailChannel(
                MailSenderFixture.forPort(port),
                new NoticeTextRenderer(
                        URI.create("http://localhost:8080"),
                        new EmailConfirmationCodes(SECRETS),
                        new ReporterLinkCodes(SECRETS)),
                "SP4N-LAPOR! <noreply@lapor.example>");
    }

    private static ReporterContact contact(String email) {
        return new ReporterContact(Optional.of("Siti"), Optional.of(email), Optional.empty());
    }
}
