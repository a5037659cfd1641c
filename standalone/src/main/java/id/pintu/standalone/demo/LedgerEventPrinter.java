package id.pintu.standalone.demo;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.UnrecognisedEvent;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Printer of ledger events, one line each, without personal data. */
final class LedgerEventPrinter {

    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Asia/Jakarta"));
    private static final int MAX_LENGTH = 60;

    private final PrintWriter out;
    private final int every;

    /**
     * @param every print one complaint in so many; 1 prints all
     */
    LedgerEventPrinter(PrintWriter out, int every) {
        this.out = out;
        this.every = every;
    }

    void print(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (Math.floorMod(event.complaintId().hashCode(), every) == 0) {
            out.printf("%-16s WIB  %s  %s%n", TIME_FORMAT.format(event.at()), event.complaintId(), describe(event));
            out.flush();
        }
    }

    private static String describe(ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted e ->
                "submitted by " + lower(e.report().door()) + ": "
                        + (e.report().privacy().confidential()
                                ? "(confidential)"
                                : shortened(e.report().text()));
            case ComplaintReplied e -> "the reporter replied";
            case ComplaintWithdrawn e -> "withdrawn by the reporter";
            case ComplaintContested e -> "the reporter contests the answer";
            case ComplaintRated e -> "rated " + "★".repeat(e.stars());
            case OmbudsmanConsentGiven e -> "the reporter agrees to the Ombudsman";
            case ComplaintHeldForDesk e ->
                "held for the national desk (" + e.reason().rule() + ")";
            case ComplaintRouted e ->
                "routed to " + e.institution().name()
                        + e.unit().map(unit -> ", " + unit).orElse("") + " ("
                        + e.reason().rule() + ")";
            case ComplaintReturned e -> "returned by " + e.institution() + ": bukan wewenang";
            case ComplaintTransferred e -> "transferred from " + e.from() + " to " + e.to();
            case RulingGiven e ->
                "the arbiter decides: " + e.institution() + ", not " + String.join(" nor ", e.against());
            case ComplaintSplit e ->
                "split: a part each for "
                        + e.parts().stream()
                                .map(part -> part.institution().name())
                                .collect(Collectors.joining(", "));
            case RepeatFound e -> "repeats " + e.of();
            case PartOpened e -> "opened as a part of " + e.partOf();
            case ComplaintReclassified e -> "reclassified as " + lower(e.kind()) + ": " + shortened(e.reason());
            case ComplaintArchived e -> "archived: " + shortened(e.reason());
            case ComplaintVerified e -> "verified by " + e.institution();
            case UnitAssigned e -> "assigned to unit " + e.unit();
            case OfficerAssigned e ->
                e.account().isPresent() ? "assigned to an officer of " + e.institution() : "no officer has it any more";
            case NoteAdded e -> "a note within " + e.institution();
            case ExtensionRequested e -> e.institution() + " asks for more time";
            case ClarificationAsked e -> e.institution() + " asks the reporter";
            case FollowUpPosted e -> e.institution() + " follows up";
            case ComplaintResolved e -> "answered by " + e.institution();
            case DeadlineSet e -> "clock " + lower(e.clock()) + ": due " + TIME_FORMAT.format(e.dueAt());
            case DeadlineMoved e ->
                "clock " + lower(e.clock()) + ": due " + TIME_FORMAT.format(e.dueAt()) + " by " + e.decree();
            case DeadlineNeared e -> "reminder: " + lower(e.clock()) + " is due " + TIME_FORMAT.format(e.dueAt());
            case DeadlineMissed e -> "MISSED " + lower(e.clock()) + ": escalated to " + e.escalatedTo();
            case DeadlineMet e -> "clock " + lower(e.clock()) + " stopped";
            case DeadlinePaused e -> "clock " + lower(e.clock()) + " paused";
            case ExtensionRefused e -> "no more time (" + lower(e.reason()) + ")";
            case ComplaintClosed e -> "closed (" + lower(e.outcome()) + ")";
            case ReporterNotified e -> "reporter notified by " + lower(e.channel());
            case NotificationAbandoned e -> "notification abandoned: " + e.reason();
            case UnrecognisedEvent e -> e.type();
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shortened(String text) {
        String singleLine = text.replaceAll("\\s+", " ");
        return singleLine.length() <= MAX_LENGTH ? singleLine : singleLine.substring(0, MAX_LENGTH) + "…";
    }
}
