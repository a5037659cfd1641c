package id.pintu.notification.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.notification.Steps;
import id.pintu.notification.Store;
import id.pintu.notification.mail.Mail;
import id.pintu.notification.mail.RefusingServer;
import id.pintu.notification.mail.Smtp;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Taken;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.NoticeRules;
import id.pintu.notification.notice.Notices;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.notice.Step;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real SMTP, a real store, the house's clerk; only the broker is a {@link Tape}. */
class CourierTest {

    private static final Duration QUIET = Duration.ofMillis(300);

    private final Store store = new Store();
    private final Tape tape = new Tape();
    private final int port = freePort();
    private final GreenMail server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    private final List<Branch> branches = new ArrayList<>();

    @AfterEach
    void close() {
        branches.forEach(Branch::close);
        server.stop();
        store.close();
    }

    @Test
    void eachStepIsToldOnceAndInOrder() {
        server.start();
        Branch branch = branch().open();
        Steps siti = Steps.of("siti");
        branch.knows(siti.id(), "siti@example.id");
        ComplaintEvent[] steps = {
            siti.submitted(ContactChannel.EMAIL),
            siti.routed(),
            siti.asked(),
            siti.resolved(),
            siti.closed(Outcome.RATED)
        };

        tape.append(steps);
        awaitSaid(siti, steps.length);

        assertThat(subjects())
                .extracting(subject -> subject.replaceAll(".* / ", ""))
                .containsExactly(
                        "Report received",
                        "Report sent to the institution",
                        "A question for you",
                        "Answer to your report",
                        "Report closed");
        assertThat(tape.said(siti.id()))
                .containsExactlyElementsOf(
                        Stream.of(steps).map(CourierTest::notified).toList());
    }

    @Test
    void howeverOftenAndByHoweverManyTheyAreWokenEachHearsOnce() {
        server.start();
        List<Branch> two = List.of(branch().open(), branch().open());
        List<Steps> all =
                IntStream.range(0, 30).mapToObj(i -> Steps.of("reporter " + i)).toList();
        all.forEach(steps -> two.getFirst().knows(steps.id(), "r@example.id"));

        all.parallelStream().forEach(steps -> {
            tape.append(steps.submitted(ContactChannel.EMAIL), steps.routed());
            Notices open = new NoticeRules().evolve(Notices.NONE, steps.submitted(ContactChannel.EMAIL));
            IntStream.range(0, 10).forEach(i -> two.get(i % 2).office.wake(steps.id(), open));
        });

        all.forEach(steps -> awaitSaid(steps, 2));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(60));
        assertThat(messageIds()).doesNotHaveDuplicates();
        all.forEach(steps -> assertThat(tape.said(steps.id())).hasSize(2));
    }

    @Test
    void anOutageDelaysAndNeverDrops() {
        Branch branch = branch().open();
        Steps siti = Steps.of("siti");
        Steps budi = Steps.of("budi");
        branch.knows(siti.id(), "siti@example.id");
        branch.knowsPhone(budi.id(), "+62811");

        tape.append(siti.submitted(ContactChannel.EMAIL), siti.routed());
        tape.append(budi.submitted(ContactChannel.SMS), budi.routed());

        // The outage of mail holds up no SMS.
        await().untilAsserted(() ->
                assertThat(branch.outbox.list(ContactChannel.SMS, "", 10)).hasSize(2));
        assertThat(tape.said(siti.id())).isEmpty();

        server.start();
        awaitSaid(siti, 2);
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(2));
    }

    @Test
    void aLaterStepWaitsForAnEarlierOne() {
        List<Step> delivered = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(3);
        Branch branch = branch(new Channel() {
                    @Override
                    public ContactChannel kind() {
                        return ContactChannel.EMAIL;
                    }

                    @Override
                    public Delivery deliver(Notice notice, Reporter reporter) {
                        if (notice.step() == Step.SUBMITTED && failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("not now");
                        }
                        delivered.add(notice.step());
                        return new Taken();
                    }
                })
                .open();
        Steps siti = Steps.of("siti");
        branch.knows(siti.id(), "siti@example.id");

        tape.append(siti.submitted(ContactChannel.EMAIL), siti.routed());
        awaitSaid(siti, 2);

        assertThat(delivered).containsExactly(Step.SUBMITTED, Step.ROUTED);
    }

    @Test
    void aLedgerThatIsAwayDelaysTheWordButSendsNothingTwice() {
        server.start();
        Branch branch = branch().open();
        Steps siti = Steps.of("siti");
        branch.knows(siti.id(), "siti@example.id");
        tape.down(true);

        tape.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(1));
        assertThat(tape.said(siti.id())).isEmpty();

        tape.down(false);
        awaitSaid(siti, 1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aContactMayBeReadAfterTheReport() {
        server.start();
        Branch branch = branch().open();
        Steps siti = Steps.of("siti");

        tape.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(tape.said(siti.id())).isEmpty());

        branch.knows(siti.id(), "siti@example.id");
        awaitSaid(siti, 1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRefusedAddressIsGivenUpAndSaysSoWithoutNamingIt() throws Exception {
        try (RefusingServer refusing = new RefusingServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"))) {
            Branch branch = branch(mail(refusing.port())).open();
            Steps siti = Steps.of("siti");
            branch.knows(siti.id(), "siti@example.id");
            ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);

            tape.append(submitted);
            awaitSaid(siti, 1);

            assertThat(tape.said(siti.id())).containsExactly(abandoned(submitted, "smtp-550"));
        }
    }

    @Test
    void anErasedContactIsGivenUp() {
        Branch branch = branch().open();
        Steps siti = Steps.of("siti");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        branch.knows(siti.id(), "siti@example.id");
        tape.append(submitted);

        branch.reporters.putAll(Map.of(siti.id(), Reporter.ERASED));
        awaitSaid(siti, 1);

        assertThat(tape.said(siti.id())).containsExactly(abandoned(submitted, "no-address"));
    }

    @Test
    void aCourierKilledWhileSendingIsWaitedForAndReplacedOnceItsClaimLapses() {
        server.start();
        Steps siti = Steps.of("siti");
        Branch killed = branch(); // it heard and claimed, and was never seen again
        killed.knows(siti.id(), "siti@example.id");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        tape.append(submitted, siti.routed());
        new Claims(store.database(), Branch.LEASE, InstantSource.fixed(Steps.START)).take(submitted.id());

        Instant[] now = {Steps.START.plus(Branch.LEASE)};
        Branch successor = new Branch(store, tape, mail(port), () -> now[0]);
        branches.add(successor);
        successor.open();
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).isEmpty());

        now[0] = now[0].plusMillis(1);
        await().untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(2));
    }

    @Test
    void oneKilledAfterSendingIsSpokenForWithoutSendingAgain() {
        server.start();
        Steps siti = Steps.of("siti");
        Branch killed = branch();
        killed.knows(siti.id(), "siti@example.id");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        tape.append(submitted);
        new Claims(store.database(), Branch.LEASE, InstantSource.fixed(Instant.EPOCH))
                .settle(submitted.id(), new Taken());

        branch().open();
        awaitSaid(siti, 1);
        assertThat(tape.said(siti.id())).containsExactly(notified(submitted));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothingIsSentBeforeTheOfficeOpens() {
        server.start();
        Branch branch = branch();
        Steps siti = Steps.of("siti");
        branch.knows(siti.id(), "siti@example.id");
        tape.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).isEmpty());

        branch.open();
        awaitSaid(siti, 1);
    }

    @Test
    void anOperatorTicksOffWhatWaits() {
        Branch branch = branch().open();
        Steps budi = Steps.of("budi");
        branch.knowsPhone(budi.id(), "+62811");
        ComplaintEvent submitted = budi.submitted(ContactChannel.SMS);
        ComplaintEvent routed = budi.routed();
        tape.append(submitted, routed);
        await().untilAsserted(() ->
                assertThat(branch.outbox.list(ContactChannel.SMS, "", 10)).hasSize(2));
        Outbox.Message first = branch.outbox.list(ContactChannel.SMS, "", 1).getFirst();
        assertThat(first.id()).isEqualTo(submitted.id());
        assertThat(first.to()).isEqualTo("+62811");
        assertThat(first.text()).contains(budi.id().value());

        assertThat(branch.byHand.delivered(submitted.id())).isTrue();
        assertThat(branch.byHand.failed(routed.id(), "number-not-in-use")).isTrue();
        assertThat(branch.byHand.delivered(submitted.id())).isFalse();

        assertThat(tape.said(budi.id()))
                .containsExactly(
                        new ReporterNotified(
                                Stamp.after(submitted, ReporterNotified.class, Steps.START),
                                submitted.id(),
                                ContactChannel.SMS),
                        new NotificationAbandoned(
                                Stamp.after(routed, NotificationAbandoned.class, Steps.START),
                                routed.id(),
                                ContactChannel.SMS,
                                "number-not-in-use"));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(branch.outbox.list(ContactChannel.SMS, "", 10))
                        .isEmpty());
    }

    private Branch branch() {
        return branch(mail(port));
    }

    private Branch branch(Channel mail) {
        Branch branch = new Branch(store, tape, mail);
        branches.add(branch);
        tape.heardBy(branch.clerk);
        return branch;
    }

    private static Mail mail(int port) {
        return new Mail(Smtp.at(port), Branch.WORDS, "noreply@lapor.example");
    }

    private void awaitSaid(Steps steps, int times) {
        await().untilAsserted(() -> assertThat(tape.said(steps.id())).hasSize(times));
    }

    private List<String> subjects() {
        return received(MimeMessage::getSubject);
    }

    private List<String> messageIds() {
        return received(MimeMessage::getMessageID);
    }

    private List<String> received(Header header) {
        return Arrays.stream(server.getReceivedMessages()).map(header::of).toList();
    }

    private interface Header {
        String read(MimeMessage message) throws MessagingException;

        default String of(MimeMessage message) {
            try {
                return read(message);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static NotificationEvent notified(ComplaintEvent event) {
        return new ReporterNotified(
                Stamp.after(event, ReporterNotified.class, Steps.START), event.id(), ContactChannel.EMAIL);
    }

    private static NotificationEvent abandoned(ComplaintEvent event, String reason) {
        return new NotificationAbandoned(
                Stamp.after(event, NotificationAbandoned.class, Steps.START), event.id(), ContactChannel.EMAIL, reason);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
