package id.pintu.house.telling;

import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.events.RoutingEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** To officers: everything a decision rests on, so that they can judge it and say which rule is wrong. */
public final class OfficerWords {

    /** A station of the way a decision took, by the fact that tells of it. */
    private record Station(String fact, Words words) {}

    private static final List<Station> PATH = List.of(
            new Station("wished", new Words("%s dituju Pelapor", "%s named by the reporter")),
            new Station("not-connected", new Words("%s belum terhubung", "%s not connected")),
            new Station("not-active", new Words("%s tidak aktif", "%s not active")),
            new Station("refused-by", new Words("%s menyatakan bukan wewenangnya", "%s said it is not theirs")),
            new Station("not", new Words("%s menurut putusan tidak berwenang", "%s ruled not responsible")));

    private OfficerWords() {}

    /** Rule and law, words, place, certainty, who else it could be, and the way it took. */
    public static Words of(Reason reason) {
        Facts facts = Facts.of(reason);
        List<Words> told = new ArrayList<>();
        told.add(rule(reason, facts));
        subject(facts).ifPresent(told::add);
        place(facts).ifPresent(told::add);
        told.add(Point.near(facts).and(Point.ignored(facts)));
        reason.assessment().map(assessment -> assessed(reason, assessment)).ifPresent(told::add);
        path(facts).ifPresent(told::add);
        ownOfficers(facts).ifPresent(told::add);
        facts.first("precedent")
                .map(precedent -> new Words("Putusan yang diikuti: %s.", "Ruling it follows: %s.").with(precedent))
                .ifPresent(told::add);
        return told.stream().reduce(Words.NONE, Words::and);
    }

    private static Words rule(Reason reason, Facts facts) {
        Words rule = reason.assessment()
                .map(Assessment::ruleBook)
                .map(book ->
                        new Words("Aturan: %s (buku aturan %s)", "Rule: %s (rule book %s)").with(reason.rule(), book))
                .orElseGet(() -> new Words("Aturan: %s", "Rule: %s").with(reason.rule()));
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
        if (reason.rule().equals(Reason.NATIONAL_DESK)) {
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

    private static Optional<Words> ownOfficers(Facts facts) {
        return facts.first("own-officers")
                .map(sign -> facts.first("overseer")
                        .map(overseer -> new Words(
                                        "Menyangkut petugas instansi sendiri (%s): diteruskan pula ke %s.",
                                        "About the institution's own officers (%s): sent to %s too.")
                                .with(sign, overseer))
                        .orElse(new Words(
                                        "Menyangkut petugas instansi sendiri (%s): sertakan pengawasnya.",
                                        "About the institution's own officers (%s): let who watches over it have a part.")
                                .with(sign)));
    }

    private static Optional<Words> path(Facts facts) {
        return PATH.stream()
                .flatMap(station -> facts.known(station.fact()).stream()
                        .map(code -> station.words().with(code)))
                .reduce((one, next) -> one.then(new Words("; ", "; ")).then(next))
                .map(all -> new Words("Jalur: ", "Path: ").then(all).then(new Words(".", ".")));
    }
}
