package id.pintu.house.telling;

import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.events.RoutingEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** To officers: everything a decision rests on, so that they can judge it and say which rule is wrong. */
public final class OfficerWords {

    /** A station of the way a decision took, by the fact that tells of it. */
    private record Station(String fact, Words words) {}

    private static final List<Station> PATH = List.of(
            new Station("wished", new Words("%s dituju Pelapor", "%s named by the reporter")),
            new Station("not-connected", new Words("%s belum terhubung", "%s not connected")),
            new Station("not-active", new Words("%s tidak aktif", "%s not active")),
            new Station("suggested-by", new Words("%s menunjuk instansi ini", "%s named this institution")),
            new Station(
                    "newcomer",
                    new Words(
                            "%s ditunjuk aturan, tetapi belum ada riwayatnya",
                            "%s is whom the rules point to, without a history")),
            new Station("refused-by", new Words("%s menyatakan bukan wewenangnya", "%s said it is not theirs")),
            new Station("not", new Words("%s menurut putusan tidak berwenang", "%s ruled not responsible")));

    /** What no rule decided, by the name it has in the ledger in place of a rule's. */
    private static final Map<String, Words> NO_RULES = Map.ofEntries(
            Map.entry(Reason.NATIONAL_DESK, new Words("Belum ada yang pasti", "Nobody is sure enough")),
            Map.entry(Reason.ARBITER, new Words("Instansi berbeda pendapat", "Institutions do not agree")),
            Map.entry(Reason.PART_RETURNED, new Words("Bagian laporan dikembalikan", "Part that was returned")),
            Map.entry(
                    Reason.ARCHIVE_CONTESTED,
                    new Words("Pengarsipan disanggah Pelapor", "Archiving contested by the reporter")),
            Map.entry(Reason.WISHED, new Words("Dituju Pelapor", "Addressed by the reporter")),
            Map.entry(Reason.SMS_KEYWORD, new Words("Kata kunci SMS", "SMS keyword")),
            Map.entry(Reason.WEIGHED, new Words("Semua petunjuk ditimbang bersama", "All evidence weighed together")),
            Map.entry(
                    Reason.DESK_DECISION,
                    new Words("Keputusan Administrator Nasional", "Decided by the national desk")),
            Map.entry(Reason.RULING, new Words("Putusan arbiter", "Ruling of the arbiter")),
            Map.entry(Reason.SUGGESTED, new Words("Ditunjuk instansi sebelumnya", "Named by the institution before")),
            Map.entry(Reason.PART, new Words("Bagian dari laporan lain", "Part of another report")),
            Map.entry(
                    Reason.OVERSIGHT,
                    new Words("Pengawasan atas petugas instansi lain", "Oversight of another institution's officers")));

    private static final Set<String> HELD = Set.of(Reason.NATIONAL_DESK, Reason.ARBITER);

    private OfficerWords() {}

    /** Rule and law, words, place, certainty, who else it could be, and the way it took. */
    public static Words of(Reason reason) {
        Facts facts = Facts.of(reason);
        List<Words> told = new ArrayList<>();
        told.add(rule(reason, facts));
        facts.first("grounds")
                .map(grounds -> new Words("Pertimbangan: “%s”.", "Grounds: “%s”.").with(grounds))
                .ifPresent(told::add);
        subject(facts).ifPresent(told::add);
        place(facts).ifPresent(told::add);
        told.add(Point.near(facts).and(Point.ignored(facts)));
        reason.assessment().map(assessment -> assessed(reason, assessment)).ifPresent(told::add);
        path(facts).ifPresent(told::add);
        ownOfficers(reason, facts).ifPresent(told::add);
        facts.first("precedent")
                .map(precedent -> new Words("Putusan yang diikuti: %s.", "Ruling it follows: %s.").with(precedent))
                .ifPresent(told::add);
        return told.stream().reduce(Words.NONE, Words::and);
    }

    private static Words rule(Reason reason, Facts facts) {
        String by = Detours.ruleOf(reason);
        Words name =
                Optional.ofNullable(NO_RULES.get(by)).orElseGet(() -> new Words("Aturan: %s", "Rule: %s").with(by));
        Words rule = reason.assessment()
                .map(Assessment::ruleBook)
                .map(book -> name.then(new Words(" (buku aturan %s)", " (rule book %s)").with(book)))
                .orElse(name);
        return facts.first("law")
                .map(law -> rule.then(new Words(", dasar hukum: %s.", ", legal basis: %s.").with(law)))
                .orElseGet(() -> rule.then(new Words(".", ".")));
    }

    private static Optional<Words> subject(Facts facts) {
        Optional<Words> topic = facts.first("topic").map(each -> new Words("Urusan: %s", "Subject: %s").with(each));
        return topic.map(
                told -> told.then(facts.first("words").map(OfficerWords::words).orElse(new Words(".", "."))));
    }

    private static Optional<Words> place(Facts facts) {
        return facts.first("place")
                .map(code -> new Words("Tempat: %s", "Place: %s")
                        .with(facts.first("place-name")
                                .map(name -> name + " [" + code + "]")
                                .orElse(code))
                        .then(facts.first("place-words")
                                .map(OfficerWords::words)
                                .orElse(new Words(".", "."))));
    }

    private static Words words(String matched) {
        return new Words(" (kata: %s).", " (words: %s).").with(matched.replace(",", ", "));
    }

    private static Words assessed(Reason reason, Assessment assessment) {
        Optional<String> choices = choices(assessment.choices());
        if (HELD.contains(reason.rule())) {
            return choices.map(new Words("Yang mungkin berwenang: %s.", "May be responsible: %s.")::with)
                    .orElse(Words.NONE);
        }
        return new Words("Keyakinan: %d %%.", "Confidence: %d %%.")
                .with(percent(assessment.confidence()))
                .and(choices.map(new Words("Kemungkinan lain: %s.", "Others it could be: %s.")::with)
                        .orElse(Words.NONE));
    }

    private static Optional<String> choices(List<Choice> choices) {
        return IntStream.range(0, choices.size())
                .mapToObj(i -> (i + 1) + ". " + choice(choices.get(i)))
                .reduce((all, next) -> all + "; " + next);
    }

    private static String choice(Choice choice) {
        long percent = percent(choice.confidence());
        return choice.name() + " [" + choice.institution() + "]" + (percent == 0 ? "" : " " + percent + " %");
    }

    private static long percent(double likelihood) {
        return Math.round(100 * likelihood);
    }

    private static Optional<Words> ownOfficers(Reason reason, Facts facts) {
        return facts.first("own-officers")
                .map(sign -> facts.first("overseer")
                        .map(overseer -> new Words(
                                        "Menyangkut petugas instansi sendiri (%s): diteruskan pula ke %s.",
                                        "About the institution's own officers (%s): sent to %s too.")
                                .with(sign, overseer))
                        .orElse(unwatched(reason).with(sign)));
    }

    private static Words unwatched(Reason reason) {
        return HELD.contains(reason.rule())
                ? new Words(
                        "Menyangkut petugas instansi sendiri (%s): pengawas instansi yang dipilih menerima pula, jika ada.",
                        "About the institution's own officers (%s): who watches over the one chosen gets it too, if anybody does.")
                : new Words(
                        "Menyangkut petugas instansi sendiri (%s): tidak tercatat siapa pengawasnya.",
                        "About the institution's own officers (%s): nobody is known to watch over it.");
    }

    private static Optional<Words> path(Facts facts) {
        return PATH.stream()
                .flatMap(station -> facts.known(station.fact()).stream()
                        .map(code -> station.words().with(code)))
                .reduce((one, next) -> one.then(new Words("; ", "; ")).then(next))
                .map(all -> new Words("Jalur: ", "Path: ").then(all).then(new Words(".", ".")));
    }
}
