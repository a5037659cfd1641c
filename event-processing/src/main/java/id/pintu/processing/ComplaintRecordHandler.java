package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventActorStamper;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandDecider.CommandDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.messaging.Message;

/**
 * Handler of one record of the ledger or of the command topic: decides it with the complaint's snapshot and returns what is
 * to be emitted. A record that fails leaves the snapshot as it was.
 *
 * @param <S> the decider's state
 */
final class ComplaintRecordHandler<S> {

    private static final CommandDecision CHANGED_MEANWHILE = new CommandDecision.Refused(
            CommandDecision.Refused.CHANGED_MEANWHILE, "The complaint has changed since you saw it: look again.");

    private final String service;
    private final ComplaintDecider<S> decider;
    private final ProcessorOptions<S> options;

    ComplaintRecordHandler(String service, ComplaintDecider<S> decider, ProcessorOptions<S> options) {
        this.service = service;
        this.decider = decider;
        this.options = options;
    }

    /**
     * @param maxRecordBytes largest record that the broker takes
     * @throws RecordTooLargeForBrokerException when a record to be emitted is larger
     */
    RecordResult handle(ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now, int maxRecordBytes) {
        return allOrNothing(
                snapshot,
                () -> isCommand(record)
                        ? handleCommand(snapshot, record, now, maxRecordBytes)
                        : handleEvent(snapshot, record, now, maxRecordBytes));
    }

    /** Folds a record of the past without deciding. */
    RecordResult fold(ComplaintSnapshot<S> snapshot, InboundRecord record) {
        return allOrNothing(snapshot, () -> {
            ComplaintEvent event = read(record);
            S before = snapshot.state;
            if (record.isEmittedBy(service)) {
                snapshot.foldOwnEvent(decider, event, record.commandFingerprint());
            } else {
                snapshot.fold(decider, event);
            }
            return RecordResult.of(List.of(), documents(before, snapshot.state, event));
        });
    }

    private static <S> RecordResult allOrNothing(ComplaintSnapshot<S> snapshot, Supplier<RecordResult> step) {
        ComplaintSnapshot.Savepoint<S> before = snapshot.savepoint();
        boolean done = false;
        try {
            RecordResult result = step.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                snapshot.rollBackTo(before);
            }
        }
    }

    private boolean isCommand(InboundRecord record) {
        return options.commands().isPresent() && record.topic().equals(TopicNames.commandTopic(service));
    }

    private RecordResult handleCommand(
            ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now, int maxRecordBytes) {
        CommandHandler<S> handler = options.commands().orElseThrow();
        ComplaintCommand command = handler.read(record.value());
        record.requireComplaint(command.complaintId());
        S before = snapshot.state;
        List<ComplaintEvent> emitted = snapshot.handle(
                decider,
                command,
                CommandCodec.fingerprint(record.value()),
                record.position(),
                (state, pending) -> isOutdated(handler.version(state), record.expectedVersion())
                        ? CHANGED_MEANWHILE
                        : stamped(handler.decide(state, pending, now), record));
        List<Message<byte[]>> outgoing = messages(snapshot, emitted, record, maxRecordBytes);
        refusal(snapshot, command, record)
                .map(refusal -> new RefusedAction(record.actionId(), command, refusal, now))
                .ifPresent(refused -> options.refusalRecords()
                        .apply(refused)
                        .forEach(each -> outgoing.add(message(each, record, maxRecordBytes))));
        return new RecordResult(outgoing, documents(before, snapshot.state, emitted), Optional.of(command.id()));
    }

    /**
     * Why a command that came as a record is refused. One that is repeated at another position has its answer already, unless it
     * is a second command of the same id.
     */
    private Optional<CommandOutcome> refusal(
            ComplaintSnapshot<S> snapshot, ComplaintCommand command, InboundRecord record) {
        if (record.actionId().isEmpty()) {
            return Optional.empty();
        }
        return snapshot.outcomeOf(command.id())
                .flatMap(outcome -> outcome.isOfAnother(CommandCodec.fingerprint(record.value()))
                        ? Optional.of(CommandOutcome.idReused())
                        : Optional.of(outcome)
                                .filter(each -> !each.done() && each.position().equals(record.position())));
    }

    private static boolean isOutdated(OptionalInt current, OptionalInt expected) {
        return current.isPresent() && expected.isPresent() && current.getAsInt() != expected.getAsInt();
    }

    /** Its events say who sent the command. */
    private static CommandDecision stamped(CommandDecision decision, InboundRecord command) {
        return command.actor().isPresent() && decision instanceof CommandDecision.Accepted accepted
                ? new CommandDecision.Accepted(accepted.events().stream()
                        .map(event ->
                                EventActorStamper.stamp(event, command.actor().get()))
                        .toList())
                : decision;
    }

    private RecordResult handleEvent(
            ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now, int maxRecordBytes) {
        ComplaintEvent event = read(record);
        S before = snapshot.state;
        if (record.isEmittedBy(service)) {
            snapshot.foldOwnEvent(decider, event, record.commandFingerprint());
            return RecordResult.of(List.of(), documents(before, snapshot.state, event));
        }
        List<ComplaintEvent> emitted = snapshot.handle(decider, event, record.position(), now);
        List<Message<byte[]>> outgoing = new ArrayList<>(derived(snapshot, event, record, maxRecordBytes));
        outgoing.addAll(messages(snapshot, emitted, record, maxRecordBytes));
        List<ComplaintEvent> folded = new ArrayList<>(List.of(event));
        folded.addAll(emitted);
        return RecordResult.of(outgoing, documents(before, snapshot.state, folded));
    }

    private static ComplaintEvent read(InboundRecord record) {
        ComplaintEvent event = EventJsonCodec.read(record.value());
        record.requireComplaint(event.complaintId());
        return event;
    }

    /** Documents of events folded one after another; own events are folded when they are emitted. */
    @SuppressWarnings("ReferenceEquality") // a repeated cause leaves the very same state
    private List<EventDocument> documents(S before, S after, List<ComplaintEvent> events) {
        if (before == after) {
            return List.of();
        }
        List<EventDocument> documents = new ArrayList<>();
        S state = before;
        for (ComplaintEvent event : events) {
            S next = decider.evolve(state, event);
            documents.addAll(documents(state, next, event));
            state = next;
        }
        return documents;
    }

    @SuppressWarnings("ReferenceEquality") // a repeated event leaves the very same state
    private List<EventDocument> documents(S before, S after, ComplaintEvent event) {
        return before == after ? List.of() : options.documents().projection().documents(before, after, event);
    }

    private List<Message<byte[]>> messages(
            ComplaintSnapshot<S> snapshot, List<ComplaintEvent> emitted, InboundRecord cause, int maxRecordBytes) {
        List<Message<byte[]>> outgoing = new ArrayList<>();
        for (ComplaintEvent event : emitted) {
            outgoing.add(message(
                    OutboundRecord.foldedEvent(event, snapshot.commandFingerprintOf(event)), cause, maxRecordBytes));
            outgoing.addAll(derived(snapshot, event, cause, maxRecordBytes));
        }
        return outgoing;
    }

    private List<Message<byte[]>> derived(
            ComplaintSnapshot<S> snapshot, ComplaintEvent event, InboundRecord cause, int maxRecordBytes) {
        return options.derivedRecords().apply(snapshot.state, event).stream()
                .map(derived -> message(derived, cause, maxRecordBytes))
                .toList();
    }

    private Message<byte[]> message(OutboundRecord outbound, InboundRecord cause, int maxRecordBytes) {
        int bytes = outbound.size(service, cause.traceparent());
        if (bytes > maxRecordBytes) {
            throw new RecordTooLargeForBrokerException(outbound.type(), bytes);
        }
        return outbound.message(service, cause.traceparent());
    }
}
