package id.pintu.standalone;

import id.pintu.support.audit.chain.AuditHashing;
import id.pintu.support.audit.chain.AuditRecordCodec;
import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.audit.record.AuditRecord;
import id.pintu.support.audit.record.SealedRecord;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command {@code pintu audit roots}: prints the root of each day, to be kept where the operator cannot change it. */
@Command(
        name = "roots",
        description = "Print the root of each day, as DATE=HASH and the number of entries. Keep them elsewhere: "
                + "./pintu audit verify --root DATE=HASH then finds also what somebody with the secret has changed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:the topic cannot be read", "2:Pintu is not running, or an option is wrong"})
final class AuditRootsCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AuditLogConnection connection = new AuditLogConnection();

    @Override
    public Integer call() {
        AuditHashes hashes = AuditHashing.of(connection.secrets());
        try {
            AuditLogReader.read(connection.clients(), connection.topic(), record -> print(hashes, record));
            return 0;
        } catch (KafkaException e) {
            spec.commandLine().getErr().println("The topic cannot be read: " + e.getMessage());
            return 1;
        }
    }

    private void print(AuditHashes hashes, ConsumerRecord<byte[], byte[]> record) {
        PrintWriter out = spec.commandLine().getOut();
        SealedRecord sealed = AuditRecordCodec.decode(record);
        AuditRecord.parse(sealed.content())
                .flatMap(AuditRecord::root)
                .filter(root -> hashes.secretOf(sealed.content(), sealed.hash()).isPresent())
                .ifPresent(root -> out.printf(
                        "%s=%s  %d entries, the last is record %d%n",
                        root.day(), sealed.hash(), root.entries(), root.sequence()));
        out.flush();
    }
}
