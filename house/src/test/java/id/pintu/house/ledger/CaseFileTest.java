package id.pintu.house.ledger;

import static id.pintu.house.ledger.Samples.NOW;
import static id.pintu.house.ledger.Samples.POTHOLE;
import static id.pintu.house.ledger.Samples.note;
import static id.pintu.house.ledger.Samples.reply;
import static id.pintu.house.ledger.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String HERE = "complaints-0@7";
    private static final String ELSEWHERE = "complaints-0@9";

    private final Toy toy = new Toy();
    private final CaseFile<Toy.Known> file = CaseFile.blank(POTHOLE, toy.initial());
    private final ComplaintEvent reply = reply(POTHOLE, "still broken");

    @Test
    void foldsAnEventAndItsAnswerOnceHoweverOftenItIsHeard() {
        file.hear(toy, reply, HERE, NOW);
        file.hear(toy, reply, HERE, LATER);
        file.hear(toy, reply, ELSEWHERE, LATER);

        assertThat(file.state).isEqualTo(new Toy.Known(1, 1, 0, false));
    }

    @Test
    void saysTheSameBytesAgainToTheSameRecordAtALaterTime() {
        List<ComplaintEvent> first = file.hear(toy, reply, HERE, NOW);
        List<ComplaintEvent> again = file.hear(toy, reply, HERE, LATER);

        assertThat(first).hasSize(1);
        assertThat(again.stream().map(EventJson::write))
                .containsExactlyElementsOf(first.stream().map(EventJson::write).toList());
    }

    @Test
    void saysNothingToTheSameCauseFromAnotherPlace() {
        file.hear(toy, reply, HERE, NOW);

        assertThat(file.hear(toy, reply, ELSEWHERE, NOW)).isEmpty();
    }

    @Test
    void saysNothingMoreToACauseOnceItsAnswerWasHeardBack() {
        List<ComplaintEvent> answer = file.hear(toy, reply, HERE, NOW);
        file.foldOwn(toy, answer.getFirst());

        assertThat(file.hear(toy, reply, HERE, LATER)).isEmpty();
        assertThat(file.said).isEmpty();
    }

    @Test
    void ownWordsHeardBackCountOnce() {
        List<ComplaintEvent> answer = file.hear(toy, reply, HERE, NOW);
        Toy.Known before = file.state;
        file.foldOwn(toy, answer.getFirst());
        file.foldOwn(toy, answer.getFirst());

        assertThat(file.state).isEqualTo(before);
    }

    @Test
    void keepsHowACommandEnded() {
        hear(note(POTHOLE, "first"), "toy.commands-0@1");
        file.hear(toy, withdrawal(POTHOLE), HERE, NOW);
        hear(note(POTHOLE, "late"), "toy.commands-0@2");

        assertThat(file.outcomes)
                .containsExactly(
                        new CaseFile.Outcome(note(POTHOLE, "first").id(), "", ""),
                        new CaseFile.Outcome(note(POTHOLE, "late").id(), "withdrawn", "It was withdrawn."));
        assertThat(file.state.notes()).isOne();
    }

    @Test
    void aRepeatedCommandIsDoneOnceAndItsOutcomeStands() {
        Toy.Note note = note(POTHOLE, "first");
        assertThat(hear(note, "toy.commands-0@1")).hasSize(2);
        file.hear(toy, withdrawal(POTHOLE), HERE, NOW);

        assertThat(hear(note, "toy.commands-0@5")).isEmpty();
        assertThat(file.outcomes).containsExactly(new CaseFile.Outcome(note.id(), "", ""));
        assertThat(file.state.notes()).isOne();
    }

    @Test
    void aRefusedCommandStaysRefused() {
        file.hear(toy, withdrawal(POTHOLE), HERE, NOW);
        hear(note(POTHOLE, "late"), "toy.commands-0@1");

        assertThat(hear(note(POTHOLE, "late"), "toy.commands-0@1")).isEmpty();
        assertThat(file.outcomes).hasSize(1);
    }

    @Test
    void forgetsTheOldestOutcomesOnly() {
        for (int i = 0; i < 10; i++) {
            hear(note(POTHOLE, "note " + i), "toy.commands-0@" + i);
        }

        assertThat(file.outcomes)
                .hasSize(8)
                .extracting(CaseFile.Outcome::command)
                .contains(note(POTHOLE, "note 9").id());
    }

    @Test
    void afterARestoreARepeatedCommandIsKnownAsDone() {
        Toy.Note note = note(POTHOLE, "first");
        List<ComplaintEvent> words = hear(note, "toy.commands-0@1");
        CaseFile<Toy.Known> restored = CaseFile.blank(POTHOLE, toy.initial());
        words.forEach(word -> restored.foldOwn(toy, word));

        assertThat(restored.hear(toy, note, "toy.commands-0@8", (state, command) -> toy.decide(state, note, LATER)))
                .isEmpty();
        assertThat(restored.outcomes).containsExactly(new CaseFile.Outcome(note.id(), "", ""));
        assertThat(restored.state).isEqualTo(file.state);
    }

    @ParameterizedTest
    @ValueSource(strings = {Toy.UNTHINKABLE, Toy.UNANSWERABLE})
    void whatCannotBeJudgedLeavesNoTraceAndIsAsUnjudgeableNextTime(String text) {
        file.hear(toy, reply, HERE, NOW);
        Toy.Known before = file.state;
        ComplaintEvent bad = reply(POTHOLE, text);

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(() -> file.hear(toy, bad, ELSEWHERE, NOW)).isInstanceOf(IllegalStateException.class);
            assertThat(file.state).isEqualTo(before);
            assertThat(file.said).hasSize(1);
        }
    }

    private List<ComplaintEvent> hear(Toy.Note note, String place) {
        return file.hear(toy, note, place, (state, command) -> toy.decide(state, note, NOW));
    }
}
