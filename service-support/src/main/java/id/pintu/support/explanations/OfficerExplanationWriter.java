package id.pintu.support.explanations;

import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.RoutingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Stateless writer of explanations for officers: everything a decision is based on, so that they can check it and name a
 * rule that is wrong.
 */
public final class OfficerExplanationWriter {

    /** Text for a step on the path to a decision; the fact has the code of the institution. */
    private record PathStep(ReasonFactName fact, BilingualText text) {}

    private static final List<PathStep> PATH = List.of(
            new PathStep(ReasonFactName.WISHED, new BilingualText("%s dituju Pelapor", "%s named by the reporter")),
            new PathStep(ReasonFactName.NOT_CONNECTED, new BilingualText("%s belum terhubung", "%s not connected")),
            new PathStep(ReasonFactName.NOT_ACTIVE, new BilingualText("%s tidak aktif", "%s not active")),
            new PathStep(
                    ReasonFactName.SUGGESTED_BY,
                    new BilingualText("%s menunjuk instansi ini", "%s named this institution")),
            new PathStep(
                    ReasonFactName.NEWCOMER,
                    new BilingualText(
                            "%s ditunjuk aturan, tetapi belum ada riwayatnya",
                            "%s is whom the rules point to, without a history")),
            new PathStep(
                    ReasonFactName.REFUSED_BY,
                    new BilingualText("%s menyatakan bukan wewenangnya", "%s said it is not theirs")),
            new PathStep(
                    ReasonFactName.NOT,
                    new BilingualText("%s menurut putusan tidak berwenang", "%s ruled not responsible")));

    /** Texts for decisions without a rule, by the reserved name in place of a rule's. */
    private static final Map<String, BilingualText> DECISIONS_WITHOUT_RULE = Map.ofEntries(
            Map.entry(RoutingReason.NATIONAL_DESK, new BilingualText("Belum ada yang pasti", "Nobody is sure enough")),
            Map.entry(
                    RoutingReason.ARBITER, new BilingualText("Instansi berbeda pendapat", "Institutions do not agree")),
            Map.entry(
                    RoutingReason.PART_RETURNED,
                    new BilingualText("Bagian laporan dikembalikan", "Part that was returned")),
            Map.entry(
                    RoutingReason.ARCHIVE_CONTESTED,
                    new BilingualText("Pengarsipan disanggah Pelapor", "Archiving contested by the reporter")),
            Map.entry(RoutingReason.WISHED, new BilingualText("Dituju Pelapor", "Addressed by the reporter")),
            Map.entry(RoutingReason.SMS_KEYWORD, new BilingualText("Kata kunci SMS", "SMS keyword")),
            Map.entry(
                    RoutingReason.WEIGHED,
                    new BilingualText("Semua petunjuk ditimbang bersama", "All evidence weighed together")),
            Map.entry(
                    RoutingReason.DESK_DECISION,
                    new BilingualText("Keputusan Administrator Nasional", "Decided by the national desk")),
            Map.entry(RoutingReason.RULING, new BilingualText("Putusan arbiter", "Ruling of the arbiter")),
            Map.entry(
                    RoutingReason.SUGGESTED,
                    new BilingualText("Ditunjuk instansi sebelumnya", "Named by the institution before")),
            Map.entry(RoutingReason.PART, new BilingualText("Bagian dari laporan lain", "Part of another report")),
            Map.entry(
                    RoutingReason.OVERSIGHT,
                    new BilingualText(
                            "Pengawasan atas petugas instansi lain", "Oversight of another institution's officers")));

    private static final Set<String> HELD = Set.of(RoutingReason.NATIONAL_DESK, RoutingReason.ARBITER);

    private OfficerExplanationWriter() {}

    /** Explains rule and law, matched words, place, confidence, alternatives and the path to the decision. */
    public static BilingualText of(RoutingReason reason) {
        List<BilingualText> sentences = new ArrayList<>();
        sentences.add(rule(reason));
        reason.firstKnown(ReasonFactName.GROUNDS)
                .map(grounds -> new BilingualText("Pertimbangan: “%s”.", "Grounds: “%s”.").format(grounds))
                .ifPresent(sentences::add);
        subject(reason).ifPresent(sentences::add);
        place(reason).ifPresent(sentences::add);
        sentences.add(MapPointExplanationWriter.near(reason).appendSentence(MapPointExplanationWriter.ignored(reason)));
        reason.assessment().map(assessment -> assessed(reason, assessment)).ifPresent(sentences::add);
        path(reason).ifPresent(sentences::add);
        ownOfficers(reason).ifPresent(sentences::add);
        reason.firstKnown(ReasonFactName.PRECEDENT)
                .map(precedent ->
                        new BilingualText("Putusan yang diikuti: %s.", "Ruling it follows: %s.").format(precedent))
                .ifPresent(sentences::add);
        return sentences.stream().reduce(BilingualText.EMPTY, BilingualText::appendSentence);
    }

    private static BilingualText rule(RoutingReason reason) {
        String by = ReroutingExplanationWriter.ruleOf(reason);
        BilingualText name = Optional.ofNullable(DECISIONS_WITHOUT_RULE.get(by))
                .orElseGet(() -> new BilingualText("Aturan: %s", "Rule: %s").format(by));
        BilingualText rule = reason.assessment()
                .map(RoutingAssessment::ruleBook)
                .map(book -> name.append(new BilingualText(" (buku aturan %s)", " (rule book %s)").format(book)))
                .orElse(name);
        return reason.firstKnown(ReasonFactName.LAW)
                .map(law -> rule.append(new BilingualText(", dasar hukum: %s.", ", legal basis: %s.").format(law)))
                .orElseGet(() -> rule.append(new BilingualText(".", ".")));
    }

    private static Optional<BilingualText> subject(RoutingReason reason) {
        Optional<BilingualText> topic = reason.firstKnown(ReasonFactName.TOPIC)
                .map(each -> new BilingualText("Urusan: %s", "Subject: %s").format(each));
        return topic.map(sentences -> sentences.append(reason.firstKnown(ReasonFactName.WORDS)
                .map(OfficerExplanationWriter::matchedWords)
                .orElse(new BilingualText(".", "."))));
    }

    private static Optional<BilingualText> place(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.PLACE)
                .map(code -> new BilingualText("Tempat: %s", "Place: %s")
                        .format(reason.firstKnown(ReasonFactName.PLACE_NAME)
                                .map(name -> name + " [" + code + "]")
                                .orElse(code))
                        .append(reason.firstKnown(ReasonFactName.PLACE_WORDS)
                                .map(OfficerExplanationWriter::matchedWords)
                                .orElse(new BilingualText(".", "."))));
    }

    private static BilingualText matchedWords(String matched) {
        return new BilingualText(" (kata: %s).", " (words: %s).").format(matched.replace(",", ", "));
    }

    private static BilingualText assessed(RoutingReason reason, RoutingAssessment assessment) {
        Optional<String> choices = choices(assessment.choices());
        if (HELD.contains(reason.rule())) {
            return choices.map(new BilingualText("Yang mungkin berwenang: %s.", "May be responsible: %s.")::format)
                    .orElse(BilingualText.EMPTY);
        }
        return new BilingualText("Keyakinan: %d %%.", "Confidence: %d %%.")
                .format(percent(assessment.confidence()))
                .appendSentence(
                        choices.map(new BilingualText("Kemungkinan lain: %s.", "Others it could be: %s.")::format)
                                .orElse(BilingualText.EMPTY));
    }

    private static Optional<String> choices(List<InstitutionLikelihood> choices) {
        return IntStream.range(0, choices.size())
                .mapToObj(i -> (i + 1) + ". " + choice(choices.get(i)))
                .reduce((all, next) -> all + "; " + next);
    }

    private static String choice(InstitutionLikelihood choice) {
        long percent = percent(choice.confidence());
        return choice.name() + " [" + choice.institution() + "]" + (percent == 0 ? "" : " " + percent + " %");
    }

    private static long percent(double likelihood) {
        return Math.round(100 * likelihood);
    }

    private static Optional<BilingualText> ownOfficers(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.OWN_OFFICERS)
                .map(sign -> reason.firstKnown(ReasonFactName.OVERSEER)
                        .map(overseer -> new BilingualText(
                                        "Menyangkut petugas instansi sendiri (%s): diteruskan pula ke %s.",
                                        "About the institution's own officers (%s): sent to %s too.")
                                .format(sign, overseer))
                        .orElse(ownOfficersWithoutOverseer(reason).format(sign)));
    }

    private static BilingualText ownOfficersWithoutOverseer(RoutingReason reason) {
        return HELD.contains(reason.rule())
                ? new BilingualText(
                        "Menyangkut petugas instansi sendiri (%s): pengawas instansi yang dipilih menerima pula, jika ada.",
                        "About the institution's own officers (%s): who watches over the one chosen gets it too, if anybody does.")
                : new BilingualText(
                        "Menyangkut petugas instansi sendiri (%s): tidak tercatat siapa pengawasnya.",
                        "About the institution's own officers (%s): nobody is known to watch over it.");
    }

    private static Optional<BilingualText> path(RoutingReason reason) {
        return PATH.stream()
                .flatMap(step -> reason.knownValues(step.fact()).stream()
                        .map(code -> step.text().format(code)))
                .reduce((one, next) -> one.append(new BilingualText("; ", "; ")).append(next))
                .map(all -> new BilingualText("Jalur: ", "Path: ").append(all).append(new BilingualText(".", ".")));
    }
}
