package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.Queue;
import id.pintu.portal.desk.Tray;
import id.pintu.portal.desk.Waiting;
import id.pintu.portal.pages.Moment;
import id.pintu.portal.tracking.Tracking;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One queue of the desk's with the complaint whose turn it is, ready to be read in one language.
 *
 * @param path where this queue has its page
 * @param after where it begins; empty for the oldest
 * @param waiting how many wait from there on, such as {@code 12} or {@code 100+}
 */
record DeskPage(Queue queue, String path, String after, String waiting, Optional<Item> item) {

    /**
     * @param turn its place in the line
     * @param why why nobody was sure
     * @param dispute why the arbiter has it; empty when nobody disputes
     */
    record Item(
            String number,
            String turn,
            String title,
            String text,
            Optional<Moment> since,
            String why,
            String dispute,
            List<Refused> refusals,
            List<Candidate> candidates,
            Optional<Incident> incident) {}

    /**
     * What others that wait tell of too.
     *
     * @param first the complaint that told of it first
     * @param waiting how many wait, this one included
     * @param others how some of the others begin
     * @param more how many there are besides these
     */
    record Incident(String first, int waiting, List<String> others, int more) {}

    /** What an institution said, and the name of the one it thinks is right. */
    record Refused(String name, String reason, Optional<String> suggested) {}

    /**
     * @param percent how likely; empty for one that only institutions speak of
     */
    record Candidate(String code, String name, Optional<Long> percent) {}

    /**
     * @param names the name of the institution with a code
     */
    static DeskPage of(Queue queue, String after, Tray.Open tray, UnaryOperator<String> names, Locale locale) {
        String waiting = tray.more() ? tray.waiting() - 1 + "+" : String.valueOf(tray.waiting());
        return new DeskPage(
                queue,
                DeskAddress.path(queue),
                after,
                waiting,
                tray.first().map(first -> item(first, tray.turn(), names, locale)));
    }

    /** While nobody tells what waits. */
    static DeskPage unknown(Queue queue, String after) {
        return new DeskPage(queue, DeskAddress.path(queue), after, "", Optional.empty());
    }

    /** Whether it is this complaint's turn. */
    boolean shows(String number) {
        return item.filter(shown -> shown.number().equals(number)).isPresent();
    }

    private static Item item(Waiting waiting, String turn, UnaryOperator<String> names, Locale locale) {
        return new Item(
                waiting.complaintId(),
                turn,
                waiting.title(),
                waiting.text(),
                Optional.of(waiting.since())
                        .filter(since -> !since.isEmpty())
                        .map(since -> Moment.of(Instant.parse(since), Tracking.NATIONAL_DESK.zone(), locale)),
                waiting.explanation().in(locale),
                waiting.dispute().toLowerCase(Locale.ROOT).replace('_', '-'),
                waiting.refusals().stream()
                        .map(refusal -> new Refused(
                                refusal.name(),
                                refusal.reason(),
                                refusal.suggested().map(names)))
                        .toList(),
                List.copyOf(candidates(waiting, names).values()),
                waiting.incident()
                        .map(incident -> new Incident(
                                incident.first(),
                                incident.waiting(),
                                incident.others(),
                                incident.waiting() - 1 - incident.others().size())));
    }

    /** The choices in their order, for the desk numbers them; then whomever the institutions spoke of. */
    private static Map<String, Candidate> candidates(Waiting waiting, UnaryOperator<String> names) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        waiting.choices()
                .forEach(choice -> candidates.put(
                        choice.institution(),
                        new Candidate(
                                choice.institution(),
                                choice.name(),
                                Optional.of(Math.round(choice.confidence() * 100)))));
        waiting.refusals()
                .forEach(refusal -> candidates.putIfAbsent(
                        refusal.institution(), new Candidate(refusal.institution(), refusal.name(), Optional.empty())));
        waiting.refusals().stream()
                .flatMap(refusal -> refusal.suggested().stream())
                .forEach(code -> candidates.computeIfAbsent(
                        code, unlisted -> new Candidate(unlisted, names.apply(unlisted), Optional.empty())));
        return candidates;
    }
}
