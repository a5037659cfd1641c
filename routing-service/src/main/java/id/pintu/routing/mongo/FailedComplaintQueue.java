package id.pintu.routing.mongo;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.deadletters.DeadLetter;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.support.explanations.BilingualText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Queue of the complaints with an open dead letter: a step of theirs failed, in whatever service, so the desk is responsible
 * until it has decided or the record was replayed.
 */
public final class FailedComplaintQueue {

    private final Supplier<Map<ComplaintId, List<DeadLetter>>> open;
    private final DeadLetterDismissal dismissal;
    private final SnapshotStore<HandlingState> snapshots;

    /** Closer of a dead letter without sending anything. */
    public interface DeadLetterDismissal {
        void dismiss(DeadLetter letter, String by, String reason);
    }

    /**
     * @param open the open dead letters of each complaint
     */
    public FailedComplaintQueue(
            Supplier<Map<ComplaintId, List<DeadLetter>>> open,
            DeadLetterDismissal dismissal,
            SnapshotStore<HandlingState> snapshots) {
        this.open = open;
        this.dismissal = dismissal;
        this.snapshots = snapshots;
    }

    /** Adds these complaints to a page of the desk's queue, each at its turn, and says of those listed that they failed. */
    public List<WaitingComplaint> addTo(
            List<WaitingComplaint> page, String after, Collection<ComplaintId> without, int limit) {
        Map<ComplaintId, List<DeadLetter>> failed = open.get();
        if (failed.isEmpty()) {
            return page;
        }
        Map<ComplaintId, HandlingState> states = snapshots.find(failed.keySet());
        Stream<WaitingComplaint> added = failed.entrySet().stream()
                .filter(each -> !without.contains(each.getKey()))
                .filter(each -> stateOf(states, each.getKey()).phase() != HandlingPhase.AT_DESK)
                .map(each -> WaitingComplaint.failed(
                        each.getKey(), stateOf(states, each.getKey()), explanation(each.getValue()), first(each)))
                .filter(each -> each.cursor().compareTo(after) > 0);
        Stream<WaitingComplaint> listed = page.stream().map(each -> {
            List<DeadLetter> letters = failed.getOrDefault(ComplaintId.parse(each.complaintId()), List.of());
            return letters.isEmpty() ? each : each.withExplanation(explanation(letters));
        });
        return Stream.concat(listed, added)
                .sorted(Comparator.comparing(WaitingComplaint::cursor))
                .limit(limit)
                .toList();
    }

    /**
     * Closes all dead letters of a complaint: the desk has decided what becomes of it.
     *
     * @param by who does it, as an {@link id.pintu.support.accounts.ActingAccount} is written
     */
    public void dismiss(ComplaintId id, String by, String reason) {
        open.get().getOrDefault(id, List.of()).forEach(letter -> dismissal.dismiss(letter, by, reason));
    }

    private static HandlingState stateOf(Map<ComplaintId, HandlingState> states, ComplaintId id) {
        return states.getOrDefault(id, HandlingState.UNKNOWN);
    }

    private static String first(Map.Entry<ComplaintId, List<DeadLetter>> failed) {
        return failed.getValue().getFirst().at().toString();
    }

    private static BilingualText explanation(List<DeadLetter> letters) {
        DeadLetter first = letters.getFirst();
        String services = String.join(", ", first.services());
        return new BilingualText(
                "Satu langkah laporan ini gagal diproses (%s di layanan %s). Operator dapat memprosesnya ulang: %s."
                        .formatted(first.type(), services, first.id()),
                "A step of this report could not be processed (%s at the service %s). The operator can replay it: %s."
                        .formatted(first.type(), services, first.id()));
    }
}
