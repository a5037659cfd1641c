package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.Institution;
import id.pintu.house.telling.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One step on a complaint's way.
 *
 * @param event id of the event that told it
 * @param step wire name of the event, such as {@code complaint-routed}
 * @param words never hold anything a person wrote
 * @param why the reason of a decision; empty for a confidential complaint, for it tells what the report is about
 * @param quote what a person wrote; empty for a confidential complaint
 * @param status where the complaint stands from now on, if the step changes that
 * @param responsible who is responsible from now on, if the step changes that
 */
public record Entry(
        UUID event,
        Instant at,
        String step,
        Words words,
        Optional<Words> why,
        Optional<String> quote,
        Optional<Status> status,
        Optional<Institution> responsible) {

    static Entry of(ComplaintEvent event, String id, String en) {
        return new Entry(
                event.id(),
                event.at(),
                EventJson.wireName(event),
                new Words(id, en),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Entry quoting(String written) {
        return new Entry(
                event, at, step, words, why, Optional.of(written).filter(w -> !w.isBlank()), status, responsible);
    }

    Entry becoming(Status next) {
        return new Entry(event, at, step, words, why, quote, Optional.of(next), responsible);
    }

    Entry with(Institution place) {
        return new Entry(event, at, step, words, why, quote, status, Optional.of(place));
    }

    Entry because(Words reason) {
        return new Entry(event, at, step, words, Optional.of(reason), quote, status, responsible);
    }

    /** Without anything that tells what the report says. */
    Entry withheld() {
        return new Entry(event, at, step, words, Optional.empty(), Optional.empty(), status, responsible);
    }
}
