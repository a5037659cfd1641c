package id.pintu.portal.tracking;

import static id.pintu.portal.tracking.TimelineEntryBuilder.entry;

import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.CitizenExplanationWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Factory of timeline entries: gives each event its label, explanation and status. What people wrote goes into the quote
 * only, never into the label.
 */
final class TimelineEntryFactory {

    private static final DateTimeFormatter INDONESIAN_DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id"));
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final TrackingReadModel tracking;

    /** @param tracking the read model before the event; it has the names of institutions */
    TimelineEntryFactory(TrackingReadModel tracking) {
        this.tracking = tracking;
    }

    TimelineEntry entryFor(IntakeEvent event) {
        return describe(event).build();
    }

    private TimelineEntryBuilder describe(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e ->
                entry(e, "Laporan diterima", "Report received").status(ComplaintStatus.RECEIVED);
            case IntakeEvent.ComplaintReplied e ->
                entry(e, "Ditanggapi oleh Pelapor", "Answered by the reporter")
                        .quote(e.text())
                        .status(ComplaintStatus.REPLIED);
            case IntakeEvent.ComplaintWithdrawn e ->
                entry(e, "Laporan dicabut oleh Pelapor", "Withdrawn by the reporter")
                        .quote(e.reason())
                        .status(ComplaintStatus.WITHDRAWN);
            case IntakeEvent.ComplaintContested e ->
                entry(e, "Pelapor belum menerima jawaban", "Answer contested by the reporter")
                        .quote(e.reason())
                        .status(ComplaintStatus.CONTESTED);
            case IntakeEvent.ComplaintRated e ->
                entry(
                                e,
                                "Pelapor menilai jawaban: %d dari 5".formatted(e.stars()),
                                "Answer rated by the reporter: %d of 5".formatted(e.stars()))
                        .quote(e.comment())
                        .status(ComplaintStatus.CLOSED);
            case IntakeEvent.OmbudsmanConsentGiven e ->
                entry(
                        e,
                        "Pelapor setuju laporan diteruskan ke Ombudsman",
                        "The reporter agrees that the Ombudsman may have the report");
        };
    }

    TimelineEntry entryFor(RoutingEvent event) {
        return describe(event).build();
    }

    private TimelineEntryBuilder describe(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.ComplaintHeldForDesk e ->
                entry(
                                e,
                                e.dispute().isPresent()
                                        ? "Instansi berbeda pendapat; administrator nasional menetapkan yang berwenang"
                                        : "Diperiksa administrator nasional untuk menentukan instansi yang berwenang",
                                e.dispute().isPresent()
                                        ? "Institutions do not agree; the national desk rules who is responsible"
                                        : "With the national desk, which decides who is responsible")
                        .explanation(CitizenExplanationWriter.of(e))
                        .status(ComplaintStatus.AWAITING_DESK)
                        .responsible(NationalDesk.RESPONSIBLE_PARTY);
            case RoutingEvent.ComplaintRouted e ->
                entry(
                                e,
                                "Terdisposisi ke " + e.institution().name(),
                                "Assigned to " + e.institution().name())
                        .explanation(CitizenExplanationWriter.of(e))
                        .quote(e.unit().orElse(""))
                        .status(ComplaintStatus.ASSIGNED)
                        .responsible(e.institution());
            case RoutingEvent.ComplaintReturned e ->
                entry(
                                e,
                                tracking.institutionNameOf(e.institution()) + " menyatakan bukan wewenangnya",
                                tracking.institutionNameOf(e.institution()) + " says it is not the one responsible")
                        .quote(e.reason());
            case RoutingEvent.ComplaintTransferred e ->
                entry(
                        e,
                        "Dialihkan dari " + tracking.institutionNameOf(e.from()) + " ke instansi lain",
                        "Transferred from " + tracking.institutionNameOf(e.from()) + " to another institution");
            case RoutingEvent.RulingGiven e ->
                entry(
                                e,
                                "Administrator nasional menetapkan instansi yang berwenang",
                                "The national desk ruled who is responsible")
                        .quote(e.grounds());
            case RoutingEvent.ComplaintSplit e ->
                entry(
                        e,
                        "Sebagian ditangani tersendiri oleh " + otherInstitutions(e, " (nomor ", ")"),
                        "In part handled on its own by " + otherInstitutions(e, " (number ", ")"));
            case RoutingEvent.PartOpened e ->
                entry(e, "Bagian dari laporan " + e.partOf(), "Part of report " + e.partOf())
                        .status(ComplaintStatus.RECEIVED);
            case RoutingEvent.ComplaintReclassified e ->
                entry(e, "Jenis laporan diubah", "The kind of the report was changed")
                        .quote(e.reason());
            // The number of the other report belongs to its reporter and is not shown.
            case RoutingEvent.RepeatFound e ->
                entry(
                        e,
                        "Laporan serupa sudah diterima dan ditangani bersama",
                        "A report of the same thing was received before; both are handled together");
            case RoutingEvent.ComplaintArchived e ->
                entry(e, "Diarsipkan oleh administrator nasional", "Archived by the national desk")
                        .quote(e.reason())
                        .status(ComplaintStatus.ARCHIVED);
        };
    }

    private static String otherInstitutions(RoutingEvent.ComplaintSplit split, String before, String after) {
        return split.parts().stream()
                .map(part -> part.institution().name() + before + part.complaintId() + after)
                .collect(Collectors.joining(", "));
    }

    /** Empty for what officers do among themselves. */
    Optional<TimelineEntry> entryFor(HandlingEvent event) {
        return describe(event).map(TimelineEntryBuilder::build);
    }

    private Optional<TimelineEntryBuilder> describe(HandlingEvent event) {
        String name = tracking.institutionNameOf(event.institution());
        return switch (event) {
            case HandlingEvent.ComplaintVerified e ->
                Optional.of(entry(e, "Terverifikasi oleh " + name, "Verified by " + name)
                        .status(ComplaintStatus.VERIFIED));
            case HandlingEvent.UnitAssigned e ->
                Optional.of(entry(e, name + " meneruskan ke unit kerjanya", name + " passed it to one of its units")
                        .quote(e.unit()));
            case HandlingEvent.ClarificationAsked e ->
                Optional.of(entry(e, name + " meminta keterangan Pelapor", name + " asks the reporter")
                        .quote(e.question())
                        .status(ComplaintStatus.AWAITING_REPORTER));
            case HandlingEvent.FollowUpPosted e ->
                Optional.of(entry(e, "Ditindaklanjuti oleh " + name, "Followed up by " + name)
                        .quote(e.text())
                        .status(ComplaintStatus.FOLLOWED_UP));
            case HandlingEvent.ComplaintResolved e ->
                Optional.of(entry(e, "Dijawab oleh " + name, "Resolved by " + name)
                        .quote(e.answer())
                        .status(ComplaintStatus.RESOLVED));
            case HandlingEvent.OfficerAssigned e -> Optional.empty();
            case HandlingEvent.NoteAdded e -> Optional.empty();
            case HandlingEvent.ExtensionRequested e -> Optional.empty();
        };
    }

    /** Present for a clock that runs on without the reporter's reply, or has just got more time. */
    Optional<TimelineEntry> entryFor(DeadlineSet event) {
        return event.pauseLimit()
                .map(days -> runsOn(event, days))
                .or(() -> event.basis()
                        .extension()
                        .filter(extension -> isGrantedBy(event, extension))
                        .map(extension -> extended(event, extension)));
    }

    /** A clock that resumes later has its extension too; then it was paused or set anew after it. */
    private static boolean isGrantedBy(DeadlineSet event, Extension extension) {
        return event.basis().pauses().stream().noneMatch(pause -> pause.to().isAfter(extension.from()));
    }

    private static TimelineEntry extended(DeadlineSet event, Extension extension) {
        LocalDate until = LocalDate.ofInstant(event.dueAt(), event.basis().zone());
        return entry(
                        event,
                        "Waktu tindak lanjut diperpanjang %d hari kerja, sampai %s"
                                .formatted(extension.workingDays(), INDONESIAN_DATE.format(until)),
                        "The follow-up has %d more working days, until %s"
                                .formatted(extension.workingDays(), ENGLISH_DATE.format(until)))
                .quote(extension.reason())
                .build();
    }

    /**
     * @param workingDays for which the question has had no reply
     */
    private static TimelineEntry runsOn(DeadlineSet event, int workingDays) {
        return entry(
                        event,
                        "Pertanyaan belum dijawab selama %d hari kerja: batas waktu tindak lanjut berjalan lagi"
                                .formatted(workingDays),
                        "No reply for %d working days: the time limit for the follow-up runs on".formatted(workingDays))
                .build();
    }

    TimelineEntry entryFor(DeadlineMissed event) {
        return describe(event).build();
    }

    private TimelineEntryBuilder describe(DeadlineMissed event) {
        if (event.needsConsent()) {
            return entry(
                    event,
                    "Diteruskan ke Ombudsman dengan persetujuan Pelapor",
                    "Handed on to the Ombudsman with the reporter's consent");
        }
        BilingualText limit = NextDeadline.label(event.clock());
        return entry(
                event,
                "Batas waktu %s terlewati (eskalasi tingkat %d)".formatted(limit.id(), event.level()),
                "Deadline missed: %s (escalation level %d)".formatted(limit.en(), event.level()));
    }

    TimelineEntry entryFor(ComplaintClosed event) {
        return describe(event).build();
    }

    private TimelineEntryBuilder describe(ComplaintClosed event) {
        return switch (event.outcome()) {
            case SILENCE ->
                entry(
                                event,
                                "Selesai otomatis: tidak ada tanggapan Pelapor",
                                "Closed: the reporter stayed silent after the answer")
                        .status(ComplaintStatus.CLOSED);
            case RATED ->
                entry(event, "Selesai: Pelapor telah menilai jawaban", "Closed: the reporter rated the answer")
                        .status(ComplaintStatus.CLOSED);
        };
    }
}
