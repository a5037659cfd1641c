package id.pintu.house.telling;

import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;

/** To citizens: where their report went and why, in one or a few plain sentences without codes. */
public final class CitizenWords {

    /** A ministry is responsible wherever it happened; a local government, and its companies, where it happened. */
    private static final String LOCAL = "[DPU]\\..*";

    private CitizenWords() {}

    /** To which institution, and why. */
    public static Words of(ComplaintRouted routed) {
        Facts facts = Facts.of(routed.reason());
        String name = routed.institution().name();
        boolean local = routed.institution().code().matches(LOCAL);
        String whole = routed.unit().map(unit -> name + " (" + unit + ")").orElse(name);
        return new Words("Diteruskan ke %s, ", "Sent to %s, ")
                .with(whole)
                .then(because(routed.reason(), facts, local))
                .then(new Words(".", "."))
                .and(local ? Point.near(facts) : Words.NONE)
                .and(law(facts))
                .and(oversight(facts))
                .and(Detours.of(routed))
                .and(Point.ignored(facts));
    }

    /** Why nobody but the national desk can say whose it is. */
    public static Words of(ComplaintHeldForDesk held) {
        return new Words("Diperiksa Administrator Nasional, ", "With the national desk, ")
                .then(undecided(held.reason(), Facts.of(held.reason())))
                .then(new Words(".", "."))
                .and(Point.ignored(Facts.of(held.reason())));
    }

    private static Words because(Reason reason, Facts facts, boolean local) {
        return switch (Detours.ruleOf(reason)) {
            case Reason.WISHED ->
                new Words("karena Pelapor menujukannya ke sana", "because its reporter addressed it there");
            case Reason.SMS_KEYWORD ->
                new Words("karena SMS-nya dimulai dengan kata kunci %s", "because the SMS begins with the keyword %s")
                        .with(facts.first("keyword").orElse("…"));
            case Reason.DESK_DECISION ->
                new Words("karena Administrator Nasional menetapkannya", "because the national desk decided so");
            case Reason.RULING ->
                new Words(
                        "karena Administrator Nasional memutus bahwa instansi inilah yang berwenang",
                        "because the national desk ruled that it is responsible");
            case Reason.SUGGESTED ->
                new Words(
                        "karena instansi sebelumnya menunjuk instansi ini sebagai yang berwenang",
                        "because the institution before named it as the one responsible");
            case Reason.PART -> part(facts);
            default -> topic(facts).then(local ? place(facts) : Words.NONE);
        };
    }

    private static Words part(Facts facts) {
        Words part = new Words(
                        "karena sebagian dari laporan %s menjadi wewenangnya",
                        "because a part of report %s is its responsibility")
                .with(facts.first("part-of").orElse("…"));
        return facts.first("about")
                .map(about -> part.then(new Words(": “%s”", ": “%s”").with(about)))
                .orElse(part);
    }

    private static Words oversight(Facts facts) {
        return facts.first("overseer")
                .map(overseer -> new Words(
                                "Karena menyangkut petugasnya sendiri, laporan ini juga diteruskan ke %s sebagai"
                                        + " pengawasnya.",
                                "As it is about its own officers, the report also went to %s, which watches over"
                                        + " them.")
                        .with(overseer))
                .orElse(Words.NONE);
    }

    private static Words topic(Facts facts) {
        return facts.first("topic")
                .map(topic ->
                        new Words("karena laporan ini mengenai “%s”", "because the report is about “%s”").with(topic))
                .orElse(new Words(
                        "karena isi laporan paling cocok dengan tugasnya", "because the report fits its duties best"));
    }

    private static Words place(Facts facts) {
        return facts.first("place-name")
                .map(name -> new Words(" di %s", " in %s").with(name))
                .orElse(Words.NONE);
    }

    private static Words law(Facts facts) {
        return facts.first("law")
                .map(law -> new Words("Dasar hukum: %s.", "Legal basis: %s.").with(law))
                .orElse(Words.NONE);
    }

    private static Words undecided(Reason reason, Facts facts) {
        return switch (reason.rule()) {
            case Reason.ARBITER ->
                new Words(
                        "karena instansi berbeda pendapat tentang siapa yang berwenang",
                        "because institutions do not agree who is responsible");
            case Reason.PART_RETURNED ->
                new Words(
                        "karena instansi yang menerima bagian laporan ini menyatakan bukan wewenangnya",
                        "because the institution that had this part said that it is not responsible");
            case Reason.ARCHIVE_CONTESTED ->
                new Words(
                        "karena Pelapor meminta laporan ini diperiksa sekali lagi",
                        "because its reporter asked to have it looked at again");
            default -> unsure(facts);
        };
    }

    private static Words unsure(Facts facts) {
        boolean placeless = facts.all("place").contains("unknown");
        boolean aimless = facts.all("topic").contains("unknown");
        if (Detours.hasObstacle(facts)) {
            return new Words(
                    "karena instansi yang berwenang belum dapat menerima laporan",
                    "because the institution responsible cannot take reports yet");
        }
        if (placeless && aimless) {
            return new Words(
                    "karena urusan dan tempatnya belum jelas dari laporan ini",
                    "because neither the subject nor the place is clear from the report");
        }
        if (placeless) {
            return new Words(
                    "karena tempatnya belum jelas dari laporan ini", "because the place is not clear from the report");
        }
        return aimless
                ? new Words(
                        "karena urusannya belum jelas dari laporan ini",
                        "because the subject is not clear from the report")
                : new Words(
                        "karena lebih dari satu instansi mungkin berwenang",
                        "because more than one institution may be responsible");
    }
}
