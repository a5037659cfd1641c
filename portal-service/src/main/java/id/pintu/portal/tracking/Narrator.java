package id.pintu.portal.tracking;

import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.house.telling.CitizenWords;
import id.pintu.house.telling.Words;
import java.util.stream.Collectors;

/** Tells each step to the public. What people wrote is only ever quoted, never woven into the words. */
final class Narrator {

    private final Tracking known;

    /** @param known what was told so far; it knows the institutions' names */
    Narrator(Tracking known) {
        this.known = known;
    }

    Entry tell(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e ->
                Entry.of(e, "Laporan diterima", "Report received").becoming(Status.RECEIVED);
            case IntakeEvent.ComplaintReplied e ->
                Entry.of(e, "Ditanggapi oleh Pelapor", "Answered by the reporter")
                        .quoting(e.text())
                        .becoming(Status.REPLIED);
            case IntakeEvent.ComplaintWithdrawn e ->
                Entry.of(e, "Laporan dicabut oleh Pelapor", "Withdrawn by the reporter")
                        .quoting(e.reason())
                        .becoming(Status.WITHDRAWN);
            case IntakeEvent.ComplaintContested e ->
                Entry.of(e, "Pelapor belum menerima jawaban", "Answer contested by the reporter")
                        .quoting(e.reason())
                        .becoming(Status.CONTESTED);
            case IntakeEvent.ComplaintRated e ->
                Entry.of(
                                e,
                                "Pelapor menilai jawaban: %d dari 5".formatted(e.stars()),
                                "Answer rated by the reporter: %d of 5".formatted(e.stars()))
                        .quoting(e.comment())
                        .becoming(Status.CLOSED);
            case IntakeEvent.OmbudsmanConsentGiven e ->
                Entry.of(
                        e,
                        "Pelapor setuju laporan diteruskan ke Ombudsman",
                        "The reporter agrees that the Ombudsman may have the report");
        };
    }

    Entry tell(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.ComplaintHeldForDesk e ->
                Entry.of(
                                e,
                                e.dispute().isPresent()
                                        ? "Instansi berbeda pendapat; administrator nasional menetapkan yang berwenang"
                                        : "Diperiksa administrator nasional untuk menentukan instansi yang berwenang",
                                e.dispute().isPresent()
                                        ? "Institutions do not agree; the national desk rules who is responsible"
                                        : "With the national desk, which decides who is responsible")
                        .because(CitizenWords.of(e))
                        .becoming(Status.AWAITING_DESK)
                        .with(Tracking.NATIONAL_DESK);
            case RoutingEvent.ComplaintRouted e ->
                Entry.of(
                                e,
                                "Terdisposisi ke " + e.institution().name(),
                                "Assigned to " + e.institution().name())
                        .because(CitizenWords.of(e))
                        .quoting(e.unit().orElse(""))
                        .becoming(Status.ASSIGNED)
                        .with(e.institution());
            case RoutingEvent.ComplaintReturned e ->
                Entry.of(
                                e,
                                known.nameOf(e.institution()) + " menyatakan bukan wewenangnya",
                                known.nameOf(e.institution()) + " says it is not the one responsible")
                        .quoting(e.reason());
            case RoutingEvent.ComplaintTransferred e ->
                Entry.of(
                        e,
                        "Dialihkan dari " + known.nameOf(e.from()) + " ke instansi lain",
                        "Transferred from " + known.nameOf(e.from()) + " to another institution");
            case RoutingEvent.RulingGiven e ->
                Entry.of(
                                e,
                                "Administrator nasional menetapkan instansi yang berwenang",
                                "The national desk ruled who is responsible")
                        .quoting(e.grounds());
            case RoutingEvent.ComplaintSplit e ->
                Entry.of(
                        e,
                        "Sebagian ditangani tersendiri oleh " + others(e, " (nomor ", ")"),
                        "In part handled on its own by " + others(e, " (number ", ")"));
            case RoutingEvent.PartOpened e ->
                Entry.of(e, "Bagian dari laporan " + e.partOf(), "Part of report " + e.partOf())
                        .becoming(Status.RECEIVED);
            case RoutingEvent.ComplaintReclassified e ->
                Entry.of(e, "Jenis laporan diubah", "The kind of the report was changed")
                        .quoting(e.reason());
            // The other's number is its reporter's own and not shown.
            case RoutingEvent.RepeatFound e ->
                Entry.of(
                        e,
                        "Laporan serupa sudah diterima dan ditangani bersama",
                        "A report of the same thing was received before; both are handled together");
            case RoutingEvent.ComplaintArchived e ->
                Entry.of(e, "Diarsipkan oleh administrator nasional", "Archived by the national desk")
                        .quoting(e.reason())
                        .becoming(Status.ARCHIVED);
        };
    }

    private static String others(RoutingEvent.ComplaintSplit split, String before, String after) {
        return split.parts().stream()
                .map(part -> part.institution().name() + before + part.complaintId() + after)
                .collect(Collectors.joining(", "));
    }

    Entry tell(HandlingEvent event) {
        String name = known.nameOf(event.institution());
        return switch (event) {
            case HandlingEvent.ComplaintVerified e ->
                Entry.of(e, "Terverifikasi oleh " + name, "Verified by " + name).becoming(Status.VERIFIED);
            case HandlingEvent.UnitAssigned e ->
                Entry.of(e, name + " meneruskan ke unit kerjanya", name + " passed it to one of its units")
                        .quoting(e.unit());
            case HandlingEvent.ClarificationAsked e ->
                Entry.of(e, name + " meminta keterangan Pelapor", name + " asks the reporter")
                        .quoting(e.question())
                        .becoming(Status.AWAITING_REPORTER);
            case HandlingEvent.FollowUpPosted e ->
                Entry.of(e, "Ditindaklanjuti oleh " + name, "Followed up by " + name)
                        .quoting(e.text())
                        .becoming(Status.FOLLOWED_UP);
            case HandlingEvent.ComplaintResolved e ->
                Entry.of(e, "Dijawab oleh " + name, "Resolved by " + name)
                        .quoting(e.answer())
                        .becoming(Status.RESOLVED);
        };
    }

    Entry tell(DeadlineMissed event) {
        if (event.needsConsent().orElse(false)) {
            return Entry.of(
                    event,
                    "Diteruskan ke Ombudsman dengan persetujuan Pelapor",
                    "Handed on to the Ombudsman with the reporter's consent");
        }
        Words limit = Deadline.words(event.clock());
        return Entry.of(
                event,
                "Batas waktu %s terlewati (eskalasi tingkat %d)".formatted(limit.id(), event.level()),
                "Deadline missed: %s (escalation level %d)".formatted(limit.en(), event.level()));
    }

    Entry tell(ComplaintClosed event) {
        return switch (event.outcome()) {
            case SILENCE ->
                Entry.of(
                                event,
                                "Selesai otomatis: tidak ada tanggapan Pelapor",
                                "Closed: the reporter stayed silent after the answer")
                        .becoming(Status.CLOSED);
            case RATED ->
                Entry.of(event, "Selesai: Pelapor telah menilai jawaban", "Closed: the reporter rated the answer")
                        .becoming(Status.CLOSED);
        };
    }
}
