package id.pintu.routing.handling;

import id.pintu.routing.text.PhraseMatcher;
import id.pintu.routing.text.TokenizedText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules that recognise a final answer which only says "go elsewhere". Such a closure is the wrong door that "no wrong door"
 * forbids: the institution returns the complaint instead, and it goes on by itself. An answer that says what was done, or
 * tells more than where to go, is left alone: better one such closure too many than an honest answer refused.
 */
public final class FinalAnswerRules {

    /** What a phrase of an answer means. */
    enum AnswerPhrase {
        /** The institution is not responsible. */
        NOT_OURS(
                "bukan wewenang",
                "bukan kewenangan",
                "bukan merupakan wewenang",
                "bukan merupakan kewenangan",
                "bukan menjadi wewenang",
                "bukan menjadi kewenangan",
                "bukan ranah",
                "bukan tugas",
                "bukan tanggung jawab",
                "bukan urusan",
                "bukan domain",
                "di luar wewenang",
                "di luar kewenangan",
                "diluar wewenang",
                "diluar kewenangan",
                "tidak berwenang",
                "tidak memiliki wewenang",
                "tidak memiliki kewenangan",
                "tidak mempunyai kewenangan",
                "not our authority",
                "not our responsibility",
                "not our jurisdiction",
                "not within our authority",
                "not within our jurisdiction",
                "outside our authority",
                "outside our jurisdiction",
                "not responsible for",
                "no authority over"),
        /** Someone else is to be asked, or is responsible. */
        ELSEWHERE(
                "silakan hubungi",
                "silakan menghubungi",
                "silahkan hubungi",
                "silahkan menghubungi",
                "mohon hubungi",
                "mohon menghubungi",
                "harap hubungi",
                "harap menghubungi",
                "dapat menghubungi",
                "bisa menghubungi",
                "silakan lapor ke",
                "silakan melapor ke",
                "silahkan lapor ke",
                "silahkan melapor ke",
                "silakan laporkan ke",
                "mohon laporkan ke",
                "silakan menyampaikan ke",
                "silakan sampaikan ke",
                "silakan ajukan ke",
                "disarankan menghubungi",
                "merupakan wewenang",
                "merupakan kewenangan",
                "adalah wewenang",
                "adalah kewenangan",
                "menjadi wewenang",
                "menjadi kewenangan",
                "please contact",
                "please report to",
                "please ask",
                "please address",
                "please turn to",
                "is the responsibility of",
                "falls under"),
        /** Something was, is or will be done. */
        DONE(
                "ditindaklanjuti",
                "tindaklanjuti",
                "tindak lanjuti",
                "ditangani",
                "tangani",
                "dikerjakan",
                "kerjakan",
                "diselesaikan",
                "selesaikan",
                "diperbaiki",
                "perbaiki",
                "perbaikan",
                "ditambal",
                "tambal",
                "dibersihkan",
                "bersihkan",
                "diangkut",
                "angkut",
                "dipasang",
                "pasang",
                "diganti",
                "ganti",
                "ditebang",
                "dipangkas",
                "ditertibkan",
                "diterbitkan",
                "dibayarkan",
                "disalurkan",
                "diperiksa",
                "periksa",
                "pengecekan",
                "dicek",
                "ditinjau",
                "tinjau",
                "peninjauan",
                "disurvei",
                "survei",
                "dikoordinasikan",
                "koordinasikan",
                "berkoordinasi",
                "dijadwalkan",
                "dilaksanakan",
                "terlampir",
                "selesai",
                "repaired",
                "fixed",
                "replaced",
                "removed",
                "cleaned",
                "inspected",
                "checked",
                "resolved",
                "installed",
                "scheduled",
                "completed"),
        /** Neither tells anything. */
        COURTESY(
                "terima kasih",
                "terimakasih",
                "mohon maaf",
                "maaf",
                "salam",
                "selamat pagi",
                "selamat siang",
                "selamat sore",
                "assalamualaikum",
                "wassalamualaikum",
                "yth",
                "pelapor",
                "bapak",
                "ibu",
                "saudara",
                "thank you",
                "thanks",
                "sorry",
                "dear",
                "regards");

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<String> phrases;

        AnswerPhrase(String... phrases) {
            this.phrases = List.of(phrases);
        }
    }

    private static final String SENTENCE_END = "[.!?;\\n]+";
    private static final PhraseMatcher<AnswerPhrase> PHRASES = matcher();

    private FinalAnswerRules() {}

    private static PhraseMatcher<AnswerPhrase> matcher() {
        PhraseMatcher<AnswerPhrase> phrases = new PhraseMatcher<>();
        for (AnswerPhrase meaning : AnswerPhrase.values()) {
            meaning.phrases.forEach(phrase -> phrases.add(phrase, meaning));
        }
        return phrases;
    }

    /**
     * Whether an answer only refers the reporter to someone else: nothing was done, and it says that the institution is not
     * responsible, or consists of nothing but where to go.
     */
    public static boolean pointsElsewhere(String answer) {
        List<Set<AnswerPhrase>> sentences = Arrays.stream(answer.split(SENTENCE_END, -1))
                .filter(sentence -> TokenizedText.of(sentence).size() > 0)
                .map(FinalAnswerRules::meanings)
                .toList();
        boolean refers = isSaid(sentences, AnswerPhrase.NOT_OURS)
                || (isSaid(sentences, AnswerPhrase.ELSEWHERE)
                        && sentences.stream().noneMatch(Set::isEmpty));
        return refers && !isSaid(sentences, AnswerPhrase.DONE);
    }

    private static boolean isSaid(List<Set<AnswerPhrase>> sentences, AnswerPhrase meaning) {
        return sentences.stream().anyMatch(each -> each.contains(meaning));
    }

    private static Set<AnswerPhrase> meanings(String sentence) {
        return PHRASES.findIn(TokenizedText.of(sentence)).stream()
                .flatMap(match -> match.meanings().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AnswerPhrase.class)));
    }
}
