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
import id.pintu.processing.CommandDecider.CommandDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintSnapshotTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final long HASH = 77;
    private static final String POSITION = "complaints-0@7";
    private static final String OTHER_POSITION = "complaints-0@9";

    private final SampleDecider decider = new SampleDecider();
    private final ComplaintSnapshot<SampleDecider.SampleState> snapshot =
            ComplaintSnapshot.initial(POTHOLE, decider.initial());
    private final ComplaintEvent reply = reply(POTHOLE, "still broken");

    @Test
    void foldsAnEventAndItsAnswerOnceHoweverOftenItIsDelivered() {
        snapshot.handle(decider, reply, POSITION, NOW);
        snapshot.handle(decider, reply, POSITION, LATER);
        snapshot.handle(decider, reply, OTHER_POSITION, LATER);

        assertThat(snapshot.state).isEqualTo(new SampleDecider.SampleState(1, 1, 0, false));
    }

    @Test
    void emitsTheSameBytesWhenTheSameRecordIsRedelivered() {
        List<ComplaintEvent> first = snapshot.handle(decider, reply, POSITION, NOW);
        List<ComplaintEvent> again = snapshot.handle(decider, reply, POSITION, LATER);

        assertThat(first).hasSize(1);
        assertThat(again.stream().map(EventJsonCodec::write))
                .containsExactlyElementsOf(
                        first.stream().map(EventJsonCodec::write).toList());
    }

    @Test
    void emitsNothingForADuplicateAtAnotherOffset() {
        snapshot.handle(decider, reply, POSITION, NOW);

        assertThat(snapshot.handle(decider, reply, OTHER_POSITION, NOW)).isEmpty();
    }

    @Test
    void emitsNothingMoreForACauseOnceItsEventsWereConsumedBack() {
        List<ComplaintEvent> answer = snapshot.handle(decider, reply, POSITION, NOW);
        snapshot.foldOwnEvent(decider, answer.getFirst(), 0);

        assertThat(snapshot.handle(decider, reply, POSITION, LATER)).isEmpty();
        assertThat(snapshot.unconfirmed).isEmpty();
    }

    @Test
    void ownEventsConsumedBackCountOnce() {
        List<ComplaintEvent> answer = snapshot.handle(decider, reply, POSITION, NOW);
        SampleDecider.SampleState before = snapshot.state;
        snapshot.foldOwnEvent(decider, answer.getFirst(), 0);
        snapshot.foldOwnEvent(decider, answer.getFirst(), 0);

        assertThat(snapshot.state).isEqualTo(before);
    }

    @Test
    void storesTheOutcomeOfACommand() {
        handle(note(POTHOLE, "first"), "toy.commands-0@1");
        snapshot.handle(decider, withdrawal(POTHOLE), POSITION, NOW);
        handle(note(POTHOLE, "late"), "toy.commands-0@2");

        assertThat(snapshot.outcomeOf(note(POTHOLE, "first").id())).contains(CommandOutcome.accepted(HASH));
        assertThat(snapshot.outcomeOf(note(POTHOLE, "late").id()))
                .contains(new CommandOutcome(
                        "withdrawn", "It was withdrawn.", Optional.empty(), HASH, "toy.commands-0@2"));
        assertThat(snapshot.state.notes()).isOne();
    }

    @Test
    void aRepeatedCommandIsDoneOnceAndKeepsItsOutcome() {
        SampleDecider.AddNote note = note(POTHOLE, "first");
        assertThat(handle(note, "toy.commands-0@1")).hasSize(2);
        snapshot.handle(decider, withdrawal(POTHOLE), POSITION, NOW);

        assertThat(handle(note, "toy.commands-0@5")).isEmpty();
        assertThat(snapshot.outcomeOf(note.id())).contains(CommandOutcome.accepted(HASH));
        assertThat(snapshot.state.notes()).isOne();
    }

    @Test
    void aRefusedCommandStaysRefused() {
        snapshot.handle(decider, withdrawal(POTHOLE), POSITION, NOW);
        handle(note(POTHOLE, "late"), "toy.commands-0@1");

        assertThat(handle(note(POTHOLE, "late"), "toy.commands-0@1")).isEmpty();
        assertThat(snapshot.refused).hasSize(1);
    }

    @Test
    void refusalsDoNotMakeItGrowAndCommandsThatWereCarriedOutAreKnownForEver() {
        handle(note(POTHOLE, "first"), "toy.commands-0@0");
        snapshot.handle(decider, withdrawal(POTHOLE), POSITION, NOW);
        int seen = snapshot.seen.size();
        for (int i = 1; i < 100; i++) {
            handle(note(POTHOLE, "note " + i), "toy.commands-0@" + i);
        }

        assertThat(snapshot.refused)
                .hasSize(16)
                .extracting(ComplaintSnapshot.RefusedCommand::command)
                .contains(note(POTHOLE, "note 99").id());
        assertThat(snapshot.seen).hasSize(seen);
        assertThat(snapshot.outcomeOf(note(POTHOLE, "first").id())).contains(CommandOutcome.accepted(HASH));
    }

    @Test
    void aCommandRefusedUntilSomeTimeIsDecidedAgainWhenItIsSentAgain() {
        SampleDecider.AddNote note = note(POTHOLE, "first");
        CommandDecision.Refused tomorrow = new CommandDecision.Refused("too-many", "Tomorrow.", Optional.of(LATER));
        snapshot.handle(decider, note, HASH, "toy.commands-0@1", (state, command) -> tomorrow);
        assertThat(snapshot.outcomeOf(note.id()).orElseThrow().retryAt()).contains(LATER);

        assertThat(handle(note, "toy.commands-0@1")).as("delivered again").isEmpty();
        assertThat(handle(note, "toy.commands-0@2")).as("sent again").hasSize(2);
        assertThat(snapshot.outcomeOf(note.id())).contains(CommandOutcome.accepted(HASH));
    }

    @Test
    void afterARebuildARepeatedCommandIsStillDone() {
        SampleDecider.AddNote note = note(POTHOLE, "first");
        List<ComplaintEvent> emitted = handle(note, "toy.commands-0@1");
        ComplaintSnapshot<SampleDecider.SampleState> rebuilt = ComplaintSnapshot.initial(POTHOLE, decider.initial());
        emitted.forEach(event -> rebuilt.foldOwnEvent(decider, event, HASH));

        assertThat(rebuilt.handle(
                        decider,
                        note,
                        HASH,
                        "toy.commands-0@8",
                        (state, command) -> decider.decide(state, note, LATER)))
                .isEmpty();
        assertThat(rebuilt.outcomeOf(note.id())).contains(CommandOutcome.accepted(HASH));
        assertThat(rebuilt.state).isEqualTo(snapshot.state);
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleDecider.FAILS_IN_EVOLVE, SampleDecider.FAILS_IN_REACT})
    void aRecordThatFailsChangesNothingAndFailsAgainWhenRedelivered(String text) {
        snapshot.handle(decider, reply, POSITION, NOW);
        SampleDecider.SampleState before = snapshot.state;
        ComplaintEvent bad = reply(POTHOLE, text);

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(() -> snapshot.handle(decider, bad, OTHER_POSITION, NOW))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(snapshot.state).isEqualTo(before);
            assertThat(snapshot.unconfirmed).hasSize(1);
        }
    }

    private List<ComplaintEvent> handle(SampleDecider.AddNote note, String position) {
        return snapshot.handle(decider, note, HASH, position, (state, command) -> decider.decide(state, note, NOW));
    }
}
