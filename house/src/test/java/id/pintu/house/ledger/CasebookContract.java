package id.pintu.house.ledger;

import static id.pintu.house.ledger.Samples.NOW;
import static id.pintu.house.ledger.Samples.POTHOLE;
import static id.pintu.house.ledger.Samples.complaint;
import static id.pintu.house.ledger.Samples.note;
import static id.pintu.house.ledger.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every document store has to do for a casebook. */
abstract class CasebookContract {

    private final Toy toy = new Toy();
    private Casebook<Toy.Known> casebook = new Casebook<>(database(), Toy.Known.class);

    abstract MongoDatabase database();

    @BeforeEach
    void empty() {
        casebook.drop();
    }

    @Test
    void givesBackAllThatWasSaved() {
        CaseFile<Toy.Known> saved = busy(POTHOLE);
        casebook.save(List.of(saved));

        CaseFile<Toy.Known> loaded = loaded(POTHOLE);
        assertThat(loaded).usingRecursiveComparison().isEqualTo(saved);
        assertThat(loaded.seen).containsExactlyElementsOf(saved.seen);
        assertThat(loaded.hear(toy, reply(POTHOLE, "still broken"), "complaints-0@7", NOW.plusSeconds(9)))
                .isEqualTo(busy(POTHOLE).hear(toy, reply(POTHOLE, "still broken"), "complaints-0@7", NOW));
    }

    @Test
    void keepsTheHigherVersionWhateverTheRestSays() {
        CaseFile<Toy.Known> fresh = busy(POTHOLE);
        CaseFile<Toy.Known> stale = CaseFile.blank(POTHOLE, new Toy.Known(99, 99, 99, true));
        casebook.save(List.of(stale));
        casebook.save(List.of(fresh));
        casebook.save(List.of(stale));

        assertThat(casebook.find(POTHOLE)).contains(fresh.state);
    }

    @Test
    void comparesVersionsAsNumbers() {
        casebook.save(List.of(version(9)));
        casebook.save(List.of(version(10)));
        casebook.save(List.of(version(9)));

        assertThat(loaded(POTHOLE).version).isEqualTo(10);
    }

    @Test
    void knowsHowACommandEnded() {
        casebook.save(List.of(busy(POTHOLE)));

        assertThat(casebook.outcome(POTHOLE, note(POTHOLE, "unit 1").id())).contains(new CommandOutcome("", ""));
        assertThat(casebook.outcome(POTHOLE, note(POTHOLE, "never asked").id())).isEmpty();
        assertThat(casebook.outcome(complaint(2), note(POTHOLE, "unit 1").id())).isEmpty();
    }

    @Test
    void tellsOfSeveralAtOnceAndNothingOfThoseItNeverHeardOf() {
        casebook.save(List.of(busy(complaint(1)), busy(complaint(2))));

        assertThat(casebook.find(Set.of(complaint(2), complaint(3))))
                .isEqualTo(Map.of(complaint(2), busy(complaint(2)).state));
        assertThat(casebook.find(Set.of())).isEmpty();
    }

    @Test
    void findsOnlyWhatItIsAskedFor() {
        casebook.save(List.of(busy(complaint(1)), busy(complaint(2)), busy(complaint(3))));

        assertThat(casebook.load(Set.of(complaint(2), complaint(4)))).containsOnlyKeys(complaint(2));
        assertThat(casebook.load(Set.of())).isEmpty();
        assertThat(casebook.find(complaint(4))).isEmpty();
    }

    @Test
    void readsEverythingToWhoeverAsks() {
        casebook.save(List.of(busy(complaint(1)), busy(complaint(2))));
        Map<ComplaintId, Toy.Known> read = new HashMap<>();
        casebook.forEach(read::put);

        assertThat(read).containsOnlyKeys(complaint(1), complaint(2)).containsEntry(complaint(1), busy(POTHOLE).state);
    }

    private CaseFile<Toy.Known> busy(ComplaintId id) {
        CaseFile<Toy.Known> file = CaseFile.blank(id, toy.initial());
        file.hear(toy, reply(id, "still broken"), "complaints-0@7", NOW);
        Toy.Note note = note(id, "unit 1");
        file.hear(toy, note, "toy.commands-0@3", (state, command) -> toy.decide(state, note, NOW));
        return file;
    }

    private CaseFile<Toy.Known> version(long version) {
        return new CaseFile<>(POTHOLE, version, toy.initial(), Set.of(), Map.of(), List.of());
    }

    private CaseFile<Toy.Known> loaded(ComplaintId id) {
        return casebook.load(Set.of(id)).values().iterator().next();
    }
}
