package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.POTHOLE;
import static id.pintu.processing.SampleEvents.complaint;
import static id.pintu.processing.SampleEvents.note;
import static id.pintu.processing.SampleEvents.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of {@link SnapshotStore} that every MongoDB-compatible store has to pass. */
abstract class SnapshotStoreContract {

    private static final SampleDecider.SampleState PENDING = new SampleDecider.SampleState(1, 0, 0, false);
    private static final SampleDecider.SampleState DONE = new SampleDecider.SampleState(0, 0, 0, false);

    private final SampleDecider decider = new SampleDecider();
    private SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(database(), SampleDecider.SampleState.class);

    abstract MongoDatabase database();

    @BeforeEach
    void empty() {
        snapshots.drop();
    }

    @Test
    void loadsAllThatWasSaved() {
        ComplaintSnapshot<SampleDecider.SampleState> saved = snapshotWithHistory(POTHOLE);
        snapshots.save(List.of(saved));

        ComplaintSnapshot<SampleDecider.SampleState> loaded = loaded(POTHOLE);
        assertThat(loaded).usingRecursiveComparison().isEqualTo(saved);
        assertThat(loaded.seen).containsExactlyElementsOf(saved.seen);
        assertThat(loaded.handle(decider, reply(POTHOLE, "still broken"), "complaints-0@7", NOW.plusSeconds(9)))
                .isEqualTo(snapshotWithHistory(POTHOLE)
                        .handle(decider, reply(POTHOLE, "still broken"), "complaints-0@7", NOW));
    }

    @Test
    void keepsTheHigherVersionWhateverItsStateIs() {
        ComplaintSnapshot<SampleDecider.SampleState> fresh = snapshotWithHistory(POTHOLE);
        ComplaintSnapshot<SampleDecider.SampleState> stale =
                ComplaintSnapshot.initial(POTHOLE, new SampleDecider.SampleState(99, 99, 99, true));
        snapshots.save(List.of(stale));
        snapshots.save(List.of(fresh));
        snapshots.save(List.of(stale));

        assertThat(snapshots.find(POTHOLE)).contains(fresh.state);
    }

    @Test
    void comparesVersionsAsNumbers() {
        snapshots.save(List.of(version(9)));
        snapshots.save(List.of(version(10)));
        snapshots.save(List.of(version(9)));

        assertThat(loaded(POTHOLE).version).isEqualTo(10);
    }

    @Test
    void findsTheOutcomeOfACommand() {
        snapshots.save(List.of(snapshotWithHistory(POTHOLE)));

        assertThat(snapshots.commandOutcome(POTHOLE, note(POTHOLE, "unit 1").id()))
                .contains(CommandOutcome.accepted(77));
        assertThat(snapshots.commandOutcome(
                        POTHOLE, note(POTHOLE, "never asked").id()))
                .isEmpty();
        assertThat(snapshots.commandOutcome(
                        complaint(2), note(POTHOLE, "unit 1").id()))
                .isEmpty();
    }

    @Test
    void findsSeveralStatesAndLeavesOutUnknownComplaints() {
        snapshots.save(List.of(snapshotWithHistory(complaint(1)), snapshotWithHistory(complaint(2))));

        assertThat(snapshots.find(Set.of(complaint(2), complaint(3))))
                .isEqualTo(Map.of(complaint(2), snapshotWithHistory(complaint(2)).state));
        assertThat(snapshots.find(Set.of())).isEmpty();
    }

    @Test
    void loadsOnlyTheComplaintsAskedFor() {
        snapshots.save(List.of(
                snapshotWithHistory(complaint(1)),
                snapshotWithHistory(complaint(2)),
                snapshotWithHistory(complaint(3))));

        assertThat(snapshots.load(Set.of(complaint(2), complaint(4)))).containsOnlyKeys(complaint(2));
        assertThat(snapshots.load(Set.of())).isEmpty();
        assertThat(snapshots.find(complaint(4))).isEmpty();
    }

    @Test
    void findsThoseWithPendingWorkUntilItIsDone() {
        SnapshotStore<SampleDecider.SampleState> marking =
                new SnapshotStore<>(database(), SampleDecider.SampleState.class, state -> state.equals(PENDING));
        ComplaintSnapshot<SampleDecider.SampleState> snapshot = ComplaintSnapshot.initial(complaint(1), PENDING);
        marking.save(List.of(snapshot, ComplaintSnapshot.initial(complaint(2), DONE)));
        assertThat(pendingIn(marking)).containsExactly(complaint(1));

        snapshot.version++;
        snapshot.state = DONE;
        marking.save(List.of(snapshot));
        assertThat(pendingIn(marking)).isEmpty();
    }

    private static List<ComplaintId> pendingIn(SnapshotStore<SampleDecider.SampleState> store) {
        List<ComplaintId> found = new ArrayList<>();
        store.forEachPending((id, state) -> found.add(id));
        return found;
    }

    @Test
    void iteratesOverAllSnapshots() {
        snapshots.save(List.of(snapshotWithHistory(complaint(1)), snapshotWithHistory(complaint(2))));
        Map<ComplaintId, SampleDecider.SampleState> read = new HashMap<>();
        snapshots.forEach(read::put);

        assertThat(read)
                .containsOnlyKeys(complaint(1), complaint(2))
                .containsEntry(complaint(1), snapshotWithHistory(POTHOLE).state);
    }

    private ComplaintSnapshot<SampleDecider.SampleState> snapshotWithHistory(ComplaintId id) {
        ComplaintSnapshot<SampleDecider.SampleState> snapshot = ComplaintSnapshot.initial(id, decider.initial());
        snapshot.handle(decider, reply(id, "still broken"), "complaints-0@7", NOW);
        SampleDecider.AddNote note = note(id, "unit 1");
        snapshot.handle(decider, note, 77, "toy.commands-0@3", (state, command) -> decider.decide(state, note, NOW));
        SampleDecider.AddNote refused = note(id, "never");
        snapshot.handle(
                decider, refused, 78, "toy.commands-0@4", (state, command) -> decider.decide(state, refused, NOW));
        return snapshot;
    }

    private ComplaintSnapshot<SampleDecider.SampleState> version(long version) {
        return new ComplaintSnapshot<>(POTHOLE, version, decider.initial(), Set.of(), Map.of(), Map.of(), List.of());
    }

    private ComplaintSnapshot<SampleDecider.SampleState> loaded(ComplaintId id) {
        return snapshots.load(Set.of(id)).values().iterator().next();
    }
}
