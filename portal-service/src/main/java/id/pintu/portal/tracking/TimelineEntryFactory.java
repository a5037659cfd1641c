package id.pintu.portal.tracking;

import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.CitizenExplanationWriter;
import java.util.stream.Collectors;

/** Tells each step to the public. What people wrote is only ever quoted, never woven into the words. */
final class TimelineEntryFactory {

    private final TrackingReadModel tracking;

    /** @param tracking what was told so far; it knows the institutions' names */
    TimelineEntryFactory(TrackingReadModel tracking) {
        this.tracking = tracking;
    }

    TimelineEntry entryFor(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e ->
                TimelineEntry.of(e, "Laporan diterima", "Report received").withStatus(ComplaintStatus.RECEIVED);
            case IntakeEvent.ComplaintReplied e ->
                TimelineEntry.of(e, "Ditanggapi oleh Pelapor", "Answered by the reporter")
                        .withQuote(e.text())
                        .withStatus(ComplaintStatus.REPLIED);
            case IntakeEvent.ComplaintWithdrawn e ->
                TimelineEntry.of(e, "Laporan dicabut oleh Pelapor", "Withdrawn by the reporter")
                        .withQuote(e.reason())
                        .withStatus(ComplaintStatus.WITHDRAWN);
            case IntakeEvent.ComplaintContested e ->
                TimelineEntry.of(e, "Pelapor belum menerima jawaban", "Answer contested by the reporter")
                        .withQuote(e.reason())
                        .withStatus(ComplaintStatus.CONTESTED);
            case IntakeEvent.ComplaintRated e ->
                TimelineEntry.of(
                                e,
                                "Pelapor menilai jawaban: %d dari 5".formatted(e.stars()),
                                "Answer rated by the reporter: %d of 5".formatted(e.stars()))
                        .withQuote(e.comment())
                        .withStatus(ComplaintStatus.CLOSED);
            case IntakeEvent.OmbudsmanConsentGiven e ->
                TimelineEntry.of(
                        e,
                        "Pelapor setuju laporan diteruskan ke Ombudsman",
                        "The reporter agrees that the Ombudsman may have the report");
        };
    }

    TimelineEntry entryFor(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.ComplaintHeldForDesk e ->
                TimelineEntry.of(
                                e,
                                e.dispute().isPresent()
                                        ? "Instansi berbeda pendapat; administrator nasional menetapkan yang berwenang"
                                        : "Diperiksa administrator nasional untuk menentukan instansi yang berwenang",
                                e.dispute().isPresent()
                                        ? "Institutions do not agree; the national desk rules who is responsible"
                                        : "With the national desk, which decides who is responsible")
                        .withExplanation(CitizenExplanationWriter.of(e))
                        .withStatus(ComplaintStatus.AWAITING_DESK)
                        .withResponsible(TrackingReadModel.NATIONAL_DESK);
            case RoutingEvent.ComplaintRouted e ->
                TimelineEntry.of(
                                e,
                                "Terdisposisi ke " + e.institution().name(),
                                "Assigned to " + e.institution().name())
                        .withExplanation(CitizenExplanationWriter.of(e))
                        .withQuote(e.unit().orElse(""))
                        .withStatus(ComplaintStatus.ASSIGNED)
                        .withResponsible(e.institution());
            case RoutingEvent.ComplaintReturned e ->
                TimelineEntry.of(
                                e,
                                tracking.institutionNameOf(e.institution()) + " menyatakan bukan wewenangnya",
                                tracking.institutionNameOf(e.institution()) + " says it is not the one responsible")
                        .withQuote(e.reason());
            case RoutingEvent.ComplaintTransferred e ->
                TimelineEntry.of(
                        e,
                        "Dialihkan dari " + tracking.institutionNameOf(e.from()) + " ke instansi lain",
                        "Transferred from " + tracking.institutionNameOf(e.from()) + " to another institution");
            case RoutingEvent.RulingGiven e ->
                TimelineEntry.of(
                                e,
                                "Administrator nasional menetapkan instansi yang berwenang",
                                "The national desk ruled who is responsible")
                        .withQuote(e.grounds());
            case RoutingEvent.ComplaintSplit e ->
                TimelineEntry.of(
                        e,
                        "Sebagian ditangani tersendiri oleh " + otherInstitutions(e, " (nomor ", ")"),
                        "In part handled on its own by " + otherInstitutions(e, " (number ", ")"));
            case RoutingEvent.PartOpened e ->
                TimelineEntry.of(e, "Bagian dari laporan " + e.partOf(), "Part of report " + e.partOf())
                        .withStatus(ComplaintStatus.RECEIVED);
            case RoutingEvent.ComplaintReclassified e ->
                TimelineEntry.of(e, "Jenis laporan diubah", "The kind of the report was changed")
                        .withQuote(e.reason());
            // The other's number is its reporter's own and not shown.
            case RoutingEvent.RepeatFound e ->
                TimelineEntry.of(
                        e,
                        "Laporan serupa sudah diterima dan ditangani bersama",
                        "A report of the same thing was received before; both are handled together");
            case RoutingEvent.ComplaintArchived e ->
                TimelineEntry.of(e, "Diarsipkan oleh administrator nasional", "Archived by the national desk")
                        .withQuote(e.reason())
                        .withStatus(ComplaintStatus.ARCHIVED);
        };
    }

    private static String otherInstitutions(RoutingEvent.ComplaintSplit split, String before, String after) {
        return split.parts().stream()
                .map(part -> part.institution().name() + before + part.complaintId() + after)
                .collect(Collectors.joining(", "));
    }

    TimelineEntry entryFor(HandlingEvent event) {
        String name = tracking.institutionNameOf(event.institution());
        return switch (event) {
            case HandlingEvent.ComplaintVerified e ->
                TimelineEntry.of(e, "Terverifikasi oleh " + name, "Verified by " + name)
                        .withStatus(ComplaintStatus.VERIFIED);
            case HandlingEvent.UnitAssigned e ->
                TimelineEntry.of(e, name + " meneruskan ke unit kerjanya", name + " passed it to one of its units")
                        .withQuote(e.unit());
            case HandlingEvent.ClarificationAsked e ->
                TimelineEntry.of(e, name + " meminta keterangan Pelapor", name + " asks the reporter")
                        .withQuote(e.question())
                        .withStatus(ComplaintStatus.AWAITING_REPORTER);
            case HandlingEvent.FollowUpPosted e ->
                TimelineEntry.of(e, "Ditindaklanjuti oleh " + name, "Followed up by " + name)
                        .withQuote(e.text())
                        .withStatus(ComplaintStatus.FOLLOWED_UP);
            case HandlingEvent.ComplaintResolved e ->
                TimelineEntry.of(e, "Dijawab oleh " + name, "Resolved by " + name)
                        .withQuote(e.answer())
                        .withStatus(ComplaintStatus.RESOLVED);
        };
    }

    TimelineEntry entryFor(DeadlineMissed event) {
        if (event.needsConsent()) {
            return TimelineEntry.of(
                    event,
                    "Diteruskan ke Ombudsman dengan persetujuan Pelapor",
                    "Handed on to the Ombudsman with the reporter's consent");
        }
        BilingualText limit = NextDeadline.label(event.clock());
        return TimelineEntry.of(
                event,
                "Batas waktu %s terlewati (eskalasi tingkat %d)".formatted(limit.id(), event.level()),
                "Deadline missed: %s (escalation level %d)".formatted(limit.en(), event.level()));
    }

    TimelineEntry entryFor(ComplaintClosed event) {
        return switch (event.outcome()) {
            case SILENCE ->
                TimelineEntry.of(
                                event,
                                "Selesai otomatis: tidak ada tanggapan Pelapor",
                                "Closed: the reporter stayed silent after the answer")
                        .withStatus(ComplaintStatus.CLOSED);
            case RATED ->
                TimelineEntry.of(
                                event,
                                "Selesai: Pelapor telah menilai jawaban",
                                "Closed: the reporter rated the answer")
                        .withStatus(ComplaintStatus.CLOSED);
        };
    }
}
