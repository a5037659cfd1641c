package id.pintu.support.explanations;

import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;

/** Stateless writer of explanations for citizens: where a report went and why, in a few sentences without codes. */
public final class CitizenExplanationWriter {

    /** Institutions whose responsibility depends on the place: local governments, provinces and companies. */
    private static final String LOCAL_CODE = "[DPU]\\..*";

    private CitizenExplanationWriter() {}

    /** Explains an assignment: to which institution, and why. */
    public static BilingualText of(ComplaintRouted routed) {
        RoutingReason reason = routed.reason();
        String name = routed.institution().name();
        boolean local = routed.institution().code().matches(LOCAL_CODE);
        String whole = routed.unit().map(unit -> name + " (" + unit + ")").orElse(name);
        return new BilingualText("Diteruskan ke %s, ", "Sent to %s, ")
                .format(whole)
                .append(cause(reason, local))
                .append(new BilingualText(".", "."))
                .appendSentence(local ? MapPointExplanationWriter.near(reason) : BilingualText.EMPTY)
                .appendSentence(law(reason))
                .appendSentence(oversight(reason))
                .appendSentence(ReroutingExplanationWriter.of(routed))
                .appendSentence(MapPointExplanationWriter.ignored(reason));
    }

    /** Explains why the national desk has to decide. */
    public static BilingualText of(ComplaintHeldForDesk held) {
        return new BilingualText("Diperiksa Administrator Nasional, ", "With the national desk, ")
                .append(undecided(held.reason()))
                .append(new BilingualText(".", "."))
                .appendSentence(MapPointExplanationWriter.ignored(held.reason()));
    }

    private static BilingualText cause(RoutingReason reason, boolean local) {
        return switch (ReroutingExplanationWriter.ruleOf(reason)) {
            case RoutingReason.WISHED ->
                new BilingualText("karena Pelapor menujukannya ke sana", "because its reporter addressed it there");
            case RoutingReason.SMS_KEYWORD ->
                new BilingualText(
                                "karena SMS-nya dimulai dengan kata kunci %s",
                                "because the SMS begins with the keyword %s")
                        .format(reason.firstKnown(ReasonFactName.KEYWORD).orElse("…"));
            case RoutingReason.DESK_DECISION ->
                new BilingualText(
                        "karena Administrator Nasional menetapkannya", "because the national desk decided so");
            case RoutingReason.RULING ->
                new BilingualText(
                        "karena Administrator Nasional memutus bahwa instansi inilah yang berwenang",
                        "because the national desk ruled that it is responsible");
            case RoutingReason.SUGGESTED ->
                new BilingualText(
                        "karena instansi sebelumnya menunjuk instansi ini sebagai yang berwenang",
                        "because the institution before named it as the one responsible");
            case RoutingReason.PART -> part(reason);
            default -> topic(reason).append(local ? place(reason) : BilingualText.EMPTY);
        };
    }

    private static BilingualText part(RoutingReason reason) {
        BilingualText part = new BilingualText(
                        "karena sebagian dari laporan %s menjadi wewenangnya",
                        "because a part of report %s is its responsibility")
                .format(reason.firstKnown(ReasonFactName.PART_OF).orElse("…"));
        return reason.firstKnown(ReasonFactName.ABOUT)
                .map(about -> part.append(new BilingualText(": “%s”", ": “%s”").format(about)))
                .orElse(part);
    }

    private static BilingualText oversight(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.OVERSEER)
                .map(overseer -> new BilingualText(
                                "Karena menyangkut petugasnya sendiri, laporan ini juga diteruskan ke %s sebagai"
                                        + " pengawasnya.",
                                "As it is about its own officers, the report also went to %s, which watches over"
                                        + " them.")
                        .format(overseer))
                .orElse(BilingualText.EMPTY);
    }

    private static BilingualText topic(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.TOPIC)
                .map(topic -> new BilingualText("karena laporan ini mengenai “%s”", "because the report is about “%s”")
                        .format(topic))
                .orElse(new BilingualText(
                        "karena isi laporan paling cocok dengan tugasnya", "because the report fits its duties best"));
    }

    private static BilingualText place(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.PLACE_NAME)
                .map(name -> new BilingualText(" di %s", " in %s").format(name))
                .orElse(BilingualText.EMPTY);
    }

    private static BilingualText law(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.LAW)
                .map(law -> new BilingualText("Dasar hukum: %s.", "Legal basis: %s.").format(law))
                .orElse(BilingualText.EMPTY);
    }

    private static BilingualText undecided(RoutingReason reason) {
        return switch (reason.rule()) {
            case RoutingReason.ARBITER ->
                new BilingualText(
                        "karena instansi berbeda pendapat tentang siapa yang berwenang",
                        "because institutions do not agree who is responsible");
            case RoutingReason.PART_RETURNED ->
                new BilingualText(
                        "karena instansi yang menerima bagian laporan ini menyatakan bukan wewenangnya",
                        "because the institution that had this part said that it is not responsible");
            case RoutingReason.ARCHIVE_CONTESTED ->
                new BilingualText(
                        "karena Pelapor meminta laporan ini diperiksa sekali lagi",
                        "because its reporter asked to have it looked at again");
            default -> unsure(reason);
        };
    }

    private static BilingualText unsure(RoutingReason reason) {
        boolean placeUnknown = reason.isUnknown(ReasonFactName.PLACE);
        boolean topicUnknown = reason.isUnknown(ReasonFactName.TOPIC);
        if (ReroutingExplanationWriter.hasObstacle(reason)) {
            return new BilingualText(
                    "karena instansi yang berwenang belum dapat menerima laporan",
                    "because the institution responsible cannot take reports yet");
        }
        if (placeUnknown && topicUnknown) {
            return new BilingualText(
                    "karena urusan dan tempatnya belum jelas dari laporan ini",
                    "because neither the subject nor the place is clear from the report");
        }
        if (placeUnknown) {
            return new BilingualText(
                    "karena tempatnya belum jelas dari laporan ini", "because the place is not clear from the report");
        }
        return topicUnknown
                ? new BilingualText(
                        "karena urusannya belum jelas dari laporan ini",
                        "because the subject is not clear from the report")
                : new BilingualText(
                        "karena lebih dari satu instansi mungkin berwenang",
                        "because more than one institution may be responsible");
    }
}
