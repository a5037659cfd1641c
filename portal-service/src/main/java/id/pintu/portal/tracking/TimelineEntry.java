package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One step on a complaint's way.
 *
 * @param event id of the event that told it
 * @param eventType wire name of the event, such as {@code complaint-routed}
 * @param label never hold anything a person wrote
 * @param explanation the reason of a decision; empty for a confidential complaint, for it tells what the report is about
 * @param quote what a person wrote; empty for a confidential complaint
 * @param status where the complaint stands from now on, if the step changes that
 * @param responsible who is responsible from now on, if the step changes that
 */
public record TimelineEntry(
        UUID event,
        Instant at,
        String eventType,
        BilingualText label,
        Optional<BilingualText> explanation,
        Optional<String> quote,
        Optional<ComplaintStatus> status,
        Optional<InstitutionRef> responsible) {

    static TimelineEntry of(ComplaintEvent event, String id, String en) {
        return new TimelineEntry(
                event.id(),
                event.at(),
                EventJsonCodec.wireName(event),
                new BilingualText(id, en),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    TimelineEntry withQuote(String written) {
        return new TimelineEntry(
                event,
                at,
                eventType,
                label,
                explanation,
                Optional.of(written).filter(w -> !w.isBlank()),
                status,
                responsible);
    }

    TimelineEntry withStatus(ComplaintStatus next) {
        return new TimelineEntry(event, at, eventType, label, explanation, quote, Optional.of(next), responsible);
    }

    TimelineEntry withResponsible(InstitutionRef institution) {
        return new TimelineEntry(event, at, eventType, label, explanation, quote, status, Optional.of(institution));
    }

    TimelineEntry withExplanation(BilingualText reason) {
        return new TimelineEntry(event, at, eventType, label, Optional.of(reason), quote, status, responsible);
    }

    /** Without anything that tells what the report says. */
    TimelineEntry withoutContent() {
        return new TimelineEntry(event, at, eventType, label, Optional.empty(), Optional.empty(), status, responsible);
    }
}
