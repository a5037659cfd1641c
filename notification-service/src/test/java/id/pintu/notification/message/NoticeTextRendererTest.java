package id.pintu.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.InstitutionRef;
import id.pintu.events.ReporterContact;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.notice.NoticeDecider;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.keys.InstallationSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares all texts with golden files. After a change of a template run with {@code -Dgolden=write} and review the diff. */
class NoticeTextRendererTest {

    private static final ComplaintEventFixture EVENTS = ComplaintEventFixture.of("pothole");
    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");
    private static final EmailConfirmationCodes CODES = new EmailConfirmationCodes(SECRETS);
    private static final ReporterLinkCodes LINKS = new ReporterLinkCodes(SECRETS);
    private static final ReporterContact SITI =
            new ReporterContact(Optional.of("Siti\r\nAminah"), Optional.of("siti@example.id"), Optional.empty());
    private static final ReporterContact NAMELESS =
            new ReporterContact(Optional.empty(), Optional.empty(), Optional.of("+628120000"));

    private final NoticeTextRenderer renderer =
            new NoticeTextRenderer(URI.create("http://localhost:8080/"), CODES, LINKS);

    private static final Map<String, PendingNotice> NOTICES = new LinkedHashMap<>();

    static {
        NOTICES.put("submitted", notice());
        NOTICES.put("held-for-desk", notice(EVENTS.held()));
        NOTICES.put("routed", notice(EVENTS.routed()));
        NOTICES.put("clarification-asked", notice(EVENTS.routed(), EVENTS.asked()));
        NOTICES.put("question-unanswered", notice(EVENTS.routed(), EVENTS.unanswered()));
        NOTICES.put("follow-up-posted", notice(EVENTS.routed(), EVENTS.followedUp()));
        NOTICES.put("resolved", notice(EVENTS.routed(), EVENTS.resolved()));
        NOTICES.put("archived", notice(EVENTS.archived()));
        NOTICES.put("archived-again", notice(EVENTS.archived(), EVENTS.archivedAgain()));
        NOTICES.put("deadline-missed", notice(EVENTS.routed(), EVENTS.missed(SlaClockType.FOLLOW_UP)));
        NOTICES.put("deadline-missed-by-desk", notice(EVENTS.missed(SlaClockType.DESK_VERIFICATION)));
        NOTICES.put("ombudsman-asked", notice(EVENTS.routed(), EVENTS.missed(SlaClockType.OVERALL)));
        NOTICES.put("ombudsman-has-it", notice(EVENTS.routed(), EVENTS.handedOn()));
        NOTICES.put("closed-silent", notice(EVENTS.closed(ClosureReason.SILENCE)));
        NOTICES.put("closed-rated", notice(EVENTS.closed(ClosureReason.RATED)));
        NOTICES.put("confirm-address", confirmationRequest());
    }

    private static PendingNotice confirmationRequest() {
        return new PendingNotice(
                new UUID(0, 1),
                EVENTS.id(),
                EVENTS.id(),
                NoticeType.CONFIRM_ADDRESS,
                Map.of(),
                ComplaintEventFixture.START);
    }

    static Stream<Arguments> notices() {
        return NOTICES.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @Test
    void onlyTheReceiptAndTheRequestAndOnlyOfAnUnconfirmedAddressHasTheLink() {
        ReporterContact unconfirmed = new ReporterContact(
                Optional.empty(), Optional.of("siti@example.id"), Optional.empty(), Optional.of(false));
        ReporterContact confirmed = new ReporterContact(
                Optional.empty(), Optional.of("siti@example.id"), Optional.empty(), Optional.of(true));

        assertThat(renderer.renderEmail(notice(), unconfirmed).text())
                .contains("http://localhost:8080/konfirmasi?nomor=" + EVENTS.id() + "&kode="
                        + CODES.codeFor(EVENTS.id(), "siti@example.id"));
        assertThat(renderer.renderEmail(confirmationRequest(), unconfirmed).text())
                .contains(
                        "/konfirmasi?nomor=" + EVENTS.id() + "&kode=" + CODES.codeFor(EVENTS.id(), "siti@example.id"));
        assertThat(renderer.renderEmail(notice(), confirmed).text()).doesNotContain("/konfirmasi");
        assertThat(renderer.renderEmail(notice(EVENTS.routed()), unconfirmed).text())
                .doesNotContain("/konfirmasi");
    }

    @Test
    void onlyAnAddressThatIsTheReportersGetsTheLinkThatOpensTheReport() {
        ReporterContact unconfirmed = new ReporterContact(
                Optional.empty(), Optional.of("siti@example.id"), Optional.empty(), Optional.of(false));

        assertThat(renderer.renderEmail(notice(), SITI).text()).contains(linkOf(notice()));
        assertThat(renderer.renderEmail(notice(), unconfirmed).text())
                .contains("/lacak?nomor=" + EVENTS.id())
                .doesNotContain("/l/");
    }

    private static String linkOf(PendingNotice notice) {
        return "/l/" + EVENTS.id().value().replace("-", "") + "/" + LINKS.codeFor(EVENTS.id(), notice.at());
    }

    @Test
    void aNameThatCouldBeALinkIsNotWritten() {
        ReporterContact evil =
                new ReporterContact(Optional.of("Klik http://evil.example"), Optional.of("v@e.org"), Optional.empty());

        assertThat(renderer.renderEmail(notice(), evil).text())
                .startsWith("Yth. Pelapor,")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void rendersTheGoldenText(String golden, PendingNotice notice) throws IOException {
        EmailContent email = renderer.renderEmail(notice, SITI);
        String actual = "Subject: " + email.subject() + "\n\n" + email.text() + "\n=== SMS ===\n"
                + renderer.renderSms(notice) + "\n";
        assertThat(actual).isEqualTo(golden(golden, actual));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void leavesNoTemplateVariableUnresolved(String golden, PendingNotice notice) {
        EmailContent email = renderer.renderEmail(notice, NAMELESS);
        String actual = (email.subject() + email.text() + renderer.renderSms(notice)).replace("{{nama}}", "");
        assertThat(actual)
                .as("only text quoted from the institution may contain braces")
                .doesNotContain("{{", "}}")
                .contains("Yth. Pelapor", "Dear reporter");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void anSmsHasAtMost160BasicCharacters(String golden, PendingNotice notice) {
        assertThat(renderer.renderSms(notice)).hasSizeLessThanOrEqualTo(160).matches("[ -Z_a-z]+");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void anSmsFitsWithTheLongestAllowedPortalUrl(String golden, PendingNotice notice) {
        NoticeTextRenderer longUrlRenderer =
                new NoticeTextRenderer(URI.create("https://pengaduan.kabupaten-hulu-sungai.go.id"), CODES, LINKS);
        assertThat(longUrlRenderer.renderSms(notice))
                .hasSizeLessThanOrEqualTo(160)
                .contains(".go.id" + linkOf(notice));
        assertThatThrownBy(() -> new NoticeTextRenderer(
                        URI.create("https://pengaduan.kabupaten-hulu-sungai-x.go.id"), CODES, LINKS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsOfTheRightToContestAnArchivingWhileThereIsOne() {
        for (NoticeType type : List.of(NoticeType.ARCHIVED, NoticeType.ARCHIVED_AGAIN)) {
            PendingNotice notice = NOTICES.values().stream()
                    .filter(each -> each.type() == type)
                    .findFirst()
                    .orElseThrow();
            boolean contestable = type == NoticeType.ARCHIVED;

            String mail = renderer.renderEmail(notice, SITI).text();
            assertThat(mail.contains("menyatakan keberatan satu kali")).isEqualTo(contestable);
            assertThat(mail.contains("you can object once")).isEqualTo(contestable);
            assertThat(renderer.renderSms(notice).contains("ajukan keberatan")).isEqualTo(contestable);
        }
    }

    @Test
    void everyNoticeTypeHasATemplate() {
        assertThat(NOTICES.values()).extracting(PendingNotice::type).contains(NoticeType.values());
    }

    @Test
    void anSmsTruncatesReasonAndInstitutionButNeverNumberOrLink() {
        InstitutionRef ministry = new InstitutionRef(
                "K.99",
                "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia “Réformasi”",
                ComplaintEventFixture.SEMARANG.zone());
        PendingNotice resolved = notice(EVENTS.routed(ministry), EVENTS.resolved());
        PendingNotice archived = notice(EVENTS.archived("terlalu umum, ".repeat(40)));
        for (PendingNotice notice : List.of(resolved, archived)) {
            assertThat(renderer.renderSms(notice))
                    .hasSizeLessThanOrEqualTo(160)
                    .contains("..", EVENTS.id() + " ", "http://localhost:8080/l/");
        }
    }

    private static PendingNotice notice(ComplaintEvent... events) {
        NoticeDecider decider = new NoticeDecider();
        NoticeState state = decider.evolve(decider.initial(), EVENTS.submitted(ContactChannel.EMAIL));
        for (ComplaintEvent event : events) {
            state = decider.evolve(state, event);
        }
        return state.pending().getLast();
    }

    private static String golden(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/message", name + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
