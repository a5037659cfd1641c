package id.pintu.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ContactChannel;
import id.pintu.notification.Steps;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.notice.Step;
import id.pintu.notification.words.Words;
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

class MailTest {

    private static final Steps STEPS = Steps.of("pothole");
    private static final Notice SUBMITTED = new Notice(
            STEPS.submitted(ContactChannel.EMAIL).id(), STEPS.id(), STEPS.id(), Step.SUBMITTED, Map.of(), Steps.START);

    @Test
    void sendsALetterThatCanBeRecognised() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(mail(server.getSmtp().getPort()).deliver(SUBMITTED, reporter("siti@example.id")))
                    .isEqualTo(new Taken());
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getMessageID()).isEqualTo("<" + SUBMITTED.about() + "@lapor.example>");
            assertThat(received.getHeader("References")).containsExactly("<" + STEPS.id() + "@lapor.example>");
            assertThat(received.getSubject()).isEqualTo("[" + STEPS.id() + "] Laporan diterima / Report received");
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
    void refusesWhatIsNoAddressWithoutAskingTheServer(String email) {
        assertThat(mail(1).deliver(SUBMITTED, reporter(email))).isEqualTo(new Refused("malformed-address"));
    }

    @Test
    void refusesAnErasedContact() {
        assertThat(mail(1).deliver(SUBMITTED, Reporter.ERASED)).isEqualTo(Refused.NO_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 No such user, smtp-550", "RCPT, 553 Bad mailbox, smtp-553", "., 554 Rejected, smtp-554"
    })
    void givesUpWhatTheServerRefusesForGood(String command, String answer, String reason) throws IOException {
        assertThat(answeredBy(command, answer)).isEqualTo(new Refused(reason));
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
    void waitsForAServerThatCannotOrWillNotTakeItNow(String command, String answer) {
        assertThatThrownBy(() -> answeredBy(command, answer)).isInstanceOf(MailException.class);
    }

    @Test
    void waitsForAServerThatIsNotThere() {
        assertThatThrownBy(() -> mail(1).deliver(SUBMITTED, reporter("siti@example.id")))
                .isInstanceOf(MailException.class);
    }

    @Test
    void aGoodByeThatFailsIsNoFailure() throws IOException {
        assertThat(answeredBy("QUIT", "")).isEqualTo(new Taken());
    }

    private static Delivery answeredBy(String command, String answer) throws IOException {
        try (RefusingServer server = new RefusingServer(Map.of(command, answer))) {
            return mail(server.port()).deliver(SUBMITTED, reporter("siti@example.id"));
        }
    }

    private static Mail mail(int port) {
        return new Mail(
                Smtp.at(port), new Words(URI.create("http://localhost:8080")), "SP4N-LAPOR! <noreply@lapor.example>");
    }

    private static Reporter reporter(String email) {
        return new Reporter(Optional.of("Siti"), Optional.of(email), Optional.empty());
    }
}
