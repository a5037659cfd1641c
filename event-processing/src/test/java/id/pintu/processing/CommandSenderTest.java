package id.pintu.processing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandSenderTest {

    private static final SampleDecider.AddNote COMMAND =
            new SampleDecider.AddNote(new UUID(0, 1), ComplaintId.of(new byte[8]), "note");

    private final ImmediateBroker broker = new ImmediateBroker();
    private final CommandSender sender = broker.commandSender("sample");

    @Test
    void aReplyIsAskedForOnlyWhereARequestWaits() {
        send();
        try (PendingCommands.PendingCommand pending = sender.replies().expect(COMMAND.id())) {
            assertThat(pending).isNotNull();
            send();
        }
        send();

        assertThat(broker.history())
                .extracting(record -> InboundRecord.text(record.headers().lastHeader(OutboundRecord.CE_REPLY_TO)))
                .containsExactly("", "test", "");
    }

    private void send() {
        sender.send(new CommandCodec<>(SampleDecider.AddNote.class), COMMAND, Instant.EPOCH, Optional.empty())
                .join();
    }
}
