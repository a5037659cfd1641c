package id.pintu.routing.pending;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Act of an institution that waits to be executed. It holds the command as it will be sent, so that what is executed is what was
 * accepted, whichever build does it.
 *
 * @param command id of the command
 * @param institution code of the institution that acts
 * @param name of the act, such as {@code assign-unit}; also the command's type
 * @param by who acts
 * @param json the command
 */
public record PendingAct(
        UUID command,
        ComplaintId complaint,
        String institution,
        String name,
        Instant executesAt,
        EventActor by,
        String json) {

    static final String SERVICE = "routing";

    /** The act of a command, to be executed at a time. */
    public static PendingAct of(
            InstitutionCommand command, CommandCodec<HandlingCommand> codec, EventActor by, Instant executesAt) {
        OutboundRecord record = OutboundRecord.command(SERVICE, codec, command, executesAt);
        return new PendingAct(
                command.id(),
                command.complaintId(),
                command.institution(),
                record.type(),
                executesAt,
                by,
                new String(record.body(), StandardCharsets.UTF_8));
    }

    /** The command's record, with the bytes that were accepted: sent twice it is done once. */
    OutboundRecord toCommandRecord(String commandTopic) {
        return OutboundRecord.of(
                        commandTopic, complaint, name, command, executesAt, json.getBytes(StandardCharsets.UTF_8))
                .withActor(Optional.of(by));
    }
}
