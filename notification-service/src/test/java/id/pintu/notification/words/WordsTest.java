package id.pintu.notification.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.Institution;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.notification.Steps;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.NoticeRules;
import id.pintu.notification.notice.Notices;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.notice.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What citizens read, word for word. After a change of words run with {@code -Dgolden=write} and read the difference. */
class WordsTest {

    private static final Steps STEPS = Steps.of("pothole");
    private static final Reporter SITI =
            new Reporter(Optional.of("Siti\r\nAminah"), Optional.of("siti@example.id"), Optional.empty());
    private static final Reporter NAMELESS =
            new Reporter(Optional.empty(), Optional.empty(), Optional.of("+628120000"));

    private final Words words = new Words(URI.create("http://localhost:8080/"));

    private static final Map<String, Notice> NOTICES = new LinkedHashMap<>();

    static {
        NOTICES.put("submitted", notice());
        NOTICES.put("held-for-desk", notice(STEPS.held()));
        NOTICES.put("routed", notice(STEPS.routed()));
        NOTICES.put("clarification-asked", notice(STEPS.routed(), STEPS.asked()));
        NOTICES.put("follow-up-posted", notice(STEPS.routed(), STEPS.followedUp()));
        NOTICES.put("resolved", notice(STEPS.routed(), STEPS.resolved()));
        NOTICES.put("archived", notice(STEPS.archived()));
        NOTICES.put("deadline-missed", notice(STEPS.routed(), STEPS.missed(Clock.FOLLOW_UP)));
        NOTICES.put("deadline-missed-by-desk", notice(STEPS.missed(Clock.DESK_VERIFICATION)));
        NOTICES.put("ombudsman-asked", notice(STEPS.routed(), STEPS.missed(Clock.OVERALL)));
        NOTICES.put("ombudsman-has-it", notice(STEPS.routed(), STEPS.handedOn()));
        NOTICES.put("closed-silent", notice(STEPS.closed(Outcome.SILENCE)));
        NOTICES.put("closed-rated", notice(STEPS.closed(Outcome.RATED)));
    }

    static Stream<Arguments> notices() {
        return NOTICES.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void saysEachStepWordForWord(String golden, Notice notice) throws IOException {
        Letter letter = words.letter(notice, SITI);
        String said =
                "Subject: " + letter.subject() + "\n\n" + letter.text() + "\n=== SMS ===\n" + words.sms(notice) + "\n";
        assertThat(said).isEqualTo(golden(golden, said));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void leavesNoPlaceholderUnfilled(String golden, Notice notice) {
        Letter letter = words.letter(notice, NAMELESS);
        String said = (letter.subject() + letter.text() + words.sms(notice)).replace("{{nama}}", "");
        assertThat(said)
                .as("what the institution wrote is quoted; nothing else has braces")
                .doesNotContain("{{", "}}")
                .contains("Yth. Pelapor", "Dear reporter");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void anSmsFitsInOneMessageOfThePlainAlphabet(String golden, Notice notice) {
        assertThat(words.sms(notice)).hasSizeLessThanOrEqualTo(160).matches("[ -Z_a-z]+");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void anSmsFitsWhateverThePortalIsCalled(String golden, Notice notice) {
        Words far = new Words(URI.create("https://pengaduan.kabupaten-hulu-sungai.go.id"));
        assertThat(far.sms(notice)).hasSizeLessThanOrEqualTo(160).contains(".go.id/lacak?nomor=" + STEPS.id());
        assertThatThrownBy(() -> new Words(URI.create("https://pengaduan.kabupaten-hulu-sungai-x.go.id")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStepHasWords() {
        assertThat(NOTICES.values()).extracting(Notice::step).contains(Step.values());
    }

    @Test
    void whatPeopleWroteIsCutToFitAnSmsButNeverNumberOrLink() {
        Institution ministry = new Institution(
                "K.99",
                "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia “Réformasi”",
                Steps.SEMARANG.zone());
        Notice resolved = notice(STEPS.routed(ministry), STEPS.resolved());
        Notice archived = notice(STEPS.archived("terlalu umum, ".repeat(40)));
        for (Notice notice : List.of(resolved, archived)) {
            assertThat(words.sms(notice))
                    .hasSizeLessThanOrEqualTo(160)
                    .contains("..", STEPS.id() + " ", "http://localhost:8080/lacak?nomor=" + STEPS.id());
        }
    }

    private static Notice notice(ComplaintEvent... events) {
        NoticeRules rules = new NoticeRules();
        Notices state = rules.evolve(rules.initial(), STEPS.submitted(ContactChannel.EMAIL));
        for (ComplaintEvent event : events) {
            state = rules.evolve(state, event);
        }
        return state.open().getLast();
    }

    private static String golden(String name, String said) throws IOException {
        Path file = Path.of("src/test/resources/words", name + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, said);
        }
        return Files.readString(file);
    }
}
