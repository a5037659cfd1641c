package id.pintu.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CommandRepliesTest {

    private static final UUID COMMAND = new UUID(0, 1);
    private static final CommandOutcome REFUSED =
            new CommandOutcome("not-yours", "the complaint has been transferred", Optional.empty(), 7, "p");

    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    private final CommandReplies here = new CommandReplies("sample", "sample-1", sent::add);
    private final CommandReplies other = new CommandReplies("sample", "sample-2", sent::add);

    @Test
    void ownCommandIsRepliedToInTheProcess() throws Exception {
        try (PendingCommands.PendingCommand pending = here.expect(COMMAND)) {
            here.reply(command("sample-1"), COMMAND, REFUSED);

            assertThat(pending.await(0)).contains(REFUSED);
            assertThat(sent).isEmpty();
        }
    }

    @Test
    void commandOfAnotherInstanceIsRepliedToOverItsTopic() throws Exception {
        try (PendingCommands.PendingCommand elsewhere = here.expect(COMMAND);
                PendingCommands.PendingCommand pending = other.expect(COMMAND)) {
            here.reply(command("sample-2"), COMMAND, REFUSED);

            assertThat(sent)
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.topic()).isEqualTo("sample.replies"));
            ConsumerRecord<byte[], byte[]> received = TestRecords.at(0, sent.getFirst());
            here.receive(received);
            other.receive(received);
            assertThat(pending.await(0)).contains(REFUSED);
            assertThat(elsewhere.await(0)).isEmpty();
        }
    }

    @Test
    void commandThatNobodyWaitsForIsRepliedToNobody() {
        here.reply(command(""), COMMAND, REFUSED);

        assertThat(sent).isEmpty();
    }

    private static InboundRecord command(String replyTo) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("sample.commands", 0, 0, new byte[0], new byte[0]);
        record.headers().add(OutboundRecord.CE_REPLY_TO, replyTo.getBytes(UTF_8));
        return InboundRecord.of(record);
    }
}
