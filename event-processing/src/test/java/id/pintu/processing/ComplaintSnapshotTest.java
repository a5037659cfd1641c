package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.POTHOLE;
import static id.pintu.processing.SampleEvents.note;
import static id.pintu.processing.SampleEvents.reply;
import static id.pintu.processing.SampleEvents.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintSnapshotTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String HERE = "complaints-0@7";
    private static final String ELSEWHERE = "complaints-0@9";

    private final SampleDecider toy = new SampleDecider();
    private final ComplaintSnapshot<SampleDecider.SampleState> file = ComplaintSnapshot.initial(POTHOLE, toy.initial());
    private final ComplaintEvent reply = reply(POTHOLE, "still broken");

    @Test
    void foldsAnEventAndItsAnswerOnceHoweverOftenItIsHeard() {
        file.handle(toy, reply, HERE, NOW);
        file.handle(toy, reply, HERE, LATER);
        file.handle(toy, reply, ELSEWHERE, LATER);

        assertThat(file.state).isEqualTo(new SampleDecider.SampleState(1, 1, 0, false));
    }

    @Test
    void saysTheSameBytesAgainToTheSameRecordAtALaterTime() {
        List<ComplaintEvent> first = file.handle(toy, reply, HERE, NOW);
        List<ComplaintEvent> again = file.handle(toy, reply, HERE, LATER);

        assertThat(first).hasSize(1);
        assertThat(again.stream().map(EventJsonCodec::write))
                .containsExactlyElementsOf(
                        first.stream().map(EventJsonCodec::write).toList());
    }

    @Test
    void saysNothingToTheSameCauseFromAnotherPlace() {
        file.handle(toy, reply, HERE, NOW);

        assertThat(file.handle(toy, reply, ELSEWHERE, NOW)).isEmpty();
    }

    @Test
    void saysNothingMoreToACauseOnceItsAnswerWasHeardBack() {
        List<ComplaintEvent> answer = file.handle(toy, reply, HERE, NOW);
        file.foldOwnEvent(toy, answer.getFirst());

        assertThat(file.handle(toy, reply, HERE, LATER)).isEmpty();
        assertThat(file.unconfirmed).isEmpty();
    }

    @Test
    void ownWordsHeardBackCountOnce() {
        List<ComplaintEvent> answer = file.handle(toy, reply, HERE, NOW);
        SampleDecider.SampleState before = file.state;
        file.foldOwnEvent(toy, answer.getFirst());
        file.foldOwnEvent(toy, answer.getFirst());

        assertThat(file.state).isEqualTo(before);
    }

    @Test
    void keepsHowACommandEnded() {
        hear(note(POTHOLE, "first"), "toy.commands-0@1");
        file.handle(toy, withdrawal(POTHOLE), HERE, NOW);
        hear(note(POTHOLE, "late"), "toy.commands-0@2");

        assertThat(file.completed)
                .containsExactly(
                        new ComplaintSnapshot.CompletedCommand(
                                note(POTHOLE, "first").id(), "", ""),
                        new ComplaintSnapshot.CompletedCommand(
                                note(POTHOLE, "late").id(), "withdrawn", "It was withdrawn."));
        assertThat(file.state.notes()).isOne();
    }

    @Test
    void aRepeatedCommandIsDoneOnceAndItsOutcomeStands() {
        SampleDecider.AddNote note = note(POTHOLE, "first");
        assertThat(hear(note, "toy.commands-0@1")).hasSize(2);
        file.handle(toy, withdrawal(POTHOLE), HERE, NOW);

        assertThat(hear(note, "toy.commands-0@5")).isEmpty();
        assertThat(file.completed).containsExactly(new ComplaintSnapshot.CompletedCommand(note.id(), "", ""));
        assertThat(file.state.notes()).isOne();
    }

    @Test
    void aRefusedCommandStaysRefused() {
        file.handle(toy, withdrawal(POTHOLE), HERE, NOW);
        hear(note(POTHOLE, "late"), "toy.commands-0@1");

        assertThat(hear(note(POTHOLE, "late"), "toy.commands-0@1")).isEmpty();
        assertThat(file.completed).hasSize(1);
    }

    @Test
    void forgetsTheOldestOutcomesOnly() {
        for (int i = 0; i < 10; i++) {
            hear(note(POTHOLE, "note " + i), "toy.commands-0@" + i);
        }

        assertThat(file.completed)
                .hasSize(8)
                .extracting(ComplaintSnapshot.CompletedCommand::command)
                .contains(note(POTHOLE, "note 9").id());
    }

    @Test
    void afterARestoreARepeatedCommandIsKnownAsDone() {
        SampleDecider.AddNote note = note(POTHOLE, "first");
        List<ComplaintEvent> words = hear(note, "toy.commands-0@1");
        ComplaintSnapshot<SampleDecider.SampleState> restored = ComplaintSnapshot.initial(POTHOLE, toy.initial());
        words.forEach(word -> restored.foldOwnEvent(toy, word));

        assertThat(restored.handle(toy, note, "toy.commands-0@8", (state, command) -> toy.decide(state, note, LATER)))
                .isEmpty();
        assertThat(restored.completed).containsExactly(new ComplaintSnapshot.CompletedCommand(note.id(), "", ""));
        assertThat(restored.state).isEqualTo(file.state);
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleDecider.FAILS_IN_EVOLVE, SampleDecider.FAILS_IN_REACT})
    void whatCannotBeJudgedLeavesNoTraceAndIsAsUnjudgeableNextTime(String text) {
        file.handle(toy, reply, HERE, NOW);
        SampleDecider.SampleState before = file.state;
        ComplaintEvent bad = reply(POTHOLE, text);

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(() -> file.handle(toy, bad, ELSEWHERE, NOW)).isInstanceOf(IllegalStateException.class);
            assertThat(file.state).isEqualTo(before);
            assertThat(file.unconfirmed).hasSize(1);
        }
    }

    private List<ComplaintEvent> hear(SampleDecider.AddNote note, String place) {
        return file.handle(toy, note, place, (state, command) -> toy.decide(state, note, NOW));
    }
}
