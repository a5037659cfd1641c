package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueEntry;
import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueueResult;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.tracking.NationalDesk;
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
record DeskPageModel(
        DeskQueueKind queue, String path, String after, String waiting, Optional<DisplayedComplaint> item) {

    /**
     * @param cursor its place in the line
     * @param explanation why nobody was sure
     * @param dispute why the arbiter has it; empty when nobody disputes
     */
    record DisplayedComplaint(
            String number,
            String cursor,
            String title,
            String text,
            Optional<DisplayedTime> since,
            String explanation,
            String dispute,
            List<DisplayedRefusal> refusals,
            List<DisplayedCandidate> candidates,
            Optional<DisplayedIncident> incident) {}

    /**
     * What others that wait tell of too.
     *
     * @param first the complaint that told of it first
     * @param waiting how many wait, this one included
     * @param others how some of the others begin
     * @param more how many there are besides these
     */
    record DisplayedIncident(String first, int waiting, List<String> others, int more) {}

    /** What an institution said, and the name of the one it thinks is right. */
    record DisplayedRefusal(String name, String reason, Optional<String> suggested) {}

    /**
     * @param percent how likely; empty for one that only institutions speak of
     */
    record DisplayedCandidate(String code, String name, Optional<Long> percent) {}

    /**
     * @param names the name of the institution with a code
     */
    static DeskPageModel of(
            DeskQueueKind queue,
            String after,
            DeskQueueResult.QueueHead head,
            UnaryOperator<String> names,
            Locale locale) {
        String waiting = head.hasMore() ? head.waitingCount() - 1 + "+" : String.valueOf(head.waitingCount());
        return new DeskPageModel(
                queue,
                DeskPageQueryParams.path(queue),
                after,
                waiting,
                head.first().map(first -> item(first, head.cursor(), names, locale)));
    }

    /** While nobody tells what waits. */
    static DeskPageModel unavailable(DeskQueueKind queue, String after) {
        return new DeskPageModel(queue, DeskPageQueryParams.path(queue), after, "", Optional.empty());
    }

    /** Whether it is this complaint's turn. */
    boolean shows(String number) {
        return item.filter(shown -> shown.number().equals(number)).isPresent();
    }

    private static DisplayedComplaint item(
            DeskQueueEntry waiting, String cursor, UnaryOperator<String> names, Locale locale) {
        return new DisplayedComplaint(
                waiting.complaintId(),
                cursor,
                waiting.title(),
                waiting.text(),
                Optional.of(waiting.since())
                        .filter(since -> !since.isEmpty())
                        .map(since ->
                                DisplayedTime.of(Instant.parse(since), NationalDesk.ZONE, locale)),
                waiting.explanation().in(locale),
                waiting.dispute().toLowerCase(Locale.ROOT).replace('_', '-'),
                waiting.refusals().stream()
                        .map(refusal -> new DisplayedRefusal(
                                refusal.name(),
                                refusal.reason(),
                                refusal.suggested().map(names)))
                        .toList(),
                List.copyOf(candidates(waiting, names).values()),
                waiting.incident()
                        .map(incident -> new DisplayedIncident(
                                incident.first(),
                                incident.waiting(),
                                incident.others(),
                                incident.waiting() - 1 - incident.others().size())));
    }

    /** The choices in their order, for the desk numbers them; then whomever the institutions spoke of. */
    private static Map<String, DisplayedCandidate> candidates(DeskQueueEntry waiting, UnaryOperator<String> names) {
        Map<String, DisplayedCandidate> candidates = new LinkedHashMap<>();
        waiting.choices()
                .forEach(choice -> candidates.put(
                        choice.institution(),
                        new DisplayedCandidate(
                                choice.institution(),
                                choice.name(),
                                Optional.of(Math.round(choice.confidence() * 100)))));
        waiting.refusals()
                .forEach(refusal -> candidates.putIfAbsent(
                        refusal.institution(),
                        new DisplayedCandidate(refusal.institution(), refusal.name(), Optional.empty())));
        waiting.refusals().stream()
                .flatMap(refusal -> refusal.suggested().stream())
                .forEach(code -> candidates.computeIfAbsent(
                        code, unlisted -> new DisplayedCandidate(unlisted, names.apply(unlisted), Optional.empty())));
        return candidates;
    }
}
