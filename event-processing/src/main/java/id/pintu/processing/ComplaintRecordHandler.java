package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * Handler of one record of the ledger or of the command topic: decides it with the complaint's snapshot and returns what is
 * to be emitted. A record that fails leaves the snapshot as it was.
 *
 * @param <S> the decider's state
 */
final class ComplaintRecordHandler<S> {

    private final String service;
    private final ComplaintDecider<S> decider;
    private final @Nullable CommandHandler<S> commandHandler;
    private final BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords;

    /** Codec and decider of commands, with the command type erased. */
    interface CommandHandler<S> {
        ComplaintCommand read(byte[] bytes);

        CommandDecider.CommandDecision decide(S state, ComplaintCommand command, Instant now);
    }

    ComplaintRecordHandler(
            String service,
            ComplaintDecider<S> decider,
            @Nullable CommandHandler<S> commandHandler,
            BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords) {
        this.service = service;
        this.decider = decider;
        this.commandHandler = commandHandler;
        this.derivedRecords = derivedRecords;
    }

    /**
     * @param maxRecordBytes largest record that the broker takes
     * @throws RecordTooLargeForBrokerException when a record to be emitted is larger
     */
    List<Message<byte[]>> handle(ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now, int maxRecordBytes) {
        ComplaintSnapshot.Savepoint<S> before = snapshot.savepoint();
        boolean handled = false;
        try {
            List<Message<byte[]>> outgoing = new ArrayList<>();
            for (ComplaintEvent event : decide(snapshot, record, now)) {
                outgoing.add(message(OutboundRecord.event(event), record, maxRecordBytes));
                derivedRecords
                        .apply(snapshot.state, event)
                        .forEach(derived -> outgoing.add(message(derived, record, maxRecordBytes)));
            }
            handled = true;
            return outgoing;
        } finally {
            if (!handled) {
                snapshot.rollBackTo(before);
            }
        }
    }

    /** Folds a record of the past without deciding. */
    void fold(ComplaintSnapshot<S> snapshot, InboundRecord record) {
        ComplaintSnapshot.Savepoint<S> before = snapshot.savepoint();
        boolean folded = false;
        try {
            ComplaintEvent event = EventJsonCodec.read(record.value());
            record.requireComplaint(event.complaintId());
            if (record.isEmittedBy(service)) {
                snapshot.foldOwnEvent(decider, event);
            } else {
                snapshot.fold(decider, event);
            }
            folded = true;
        } finally {
            if (!folded) {
                snapshot.rollBackTo(before);
            }
        }
    }

    private Message<byte[]> message(OutboundRecord outbound, InboundRecord cause, int maxRecordBytes) {
        int bytes = outbound.size(service, cause.traceparent());
        if (bytes > maxRecordBytes) {
            throw new RecordTooLargeForBrokerException(outbound.type(), bytes);
        }
        return outbound.message(service, cause.traceparent());
    }

    private List<ComplaintEvent> decide(ComplaintSnapshot<S> snapshot, InboundRecord record, Instant now) {
        if (commandHandler != null && record.topic().equals(TopicNames.commandTopic(service))) {
            CommandHandler<S> handler = commandHandler;
            ComplaintCommand command = handler.read(record.value());
            record.requireComplaint(command.complaintId());
            return snapshot.handle(
                    decider, command, record.position(), (state, pending) -> handler.decide(state, pending, now));
        }
        ComplaintEvent event = EventJsonCodec.read(record.value());
        record.requireComplaint(event.complaintId());
        if (record.isEmittedBy(service)) {
            snapshot.foldOwnEvent(decider, event);
            return List.of();
        }
        return snapshot.handle(decider, event, record.position(), now);
    }
}
