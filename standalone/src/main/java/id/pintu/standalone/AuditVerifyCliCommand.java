package id.pintu.standalone;

import id.pintu.support.audit.chain.AuditHashing;
import id.pintu.support.audit.chain.AuditRecordCodec;
import id.pintu.support.audit.record.AuditChainVerifier;
import id.pintu.support.audit.record.AuditFault;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu audit verify}: checks every hash of the audit log, and locates what was changed. */
@Command(
        name = "verify",
        description = "Check the audit log, and tell which records are edited, missing, inserted or out of order.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:the log has faults; each is printed", "2:Pintu is not running, or an option is wrong"})
final class AuditVerifyCliCommand implements Callable<Integer> {

    private static final int PROGRESS = 100_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AuditLogConnection connection = new AuditLogConnection();

    @Option(
            names = "--root",
            paramLabel = "DATE=HASH",
            description = "Root of a day that was kept elsewhere, as ./pintu audit roots prints it; may be repeated.")
    private Map<LocalDate, String> roots = new HashMap<>();

    private long checked;
    private long faults;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AuditChainVerifier verifier =
                new AuditChainVerifier(AuditHashing.of(connection.secrets()), roots, fault -> print(out, fault));
        boolean readable = read(verifier);
        verifier.finish();
        out.printf(
                "%d records checked, %d faults; the last one is record %d, hash %s%n",
                checked, faults, verifier.highest(), verifier.highestHash());
        out.flush();
        return faults == 0 && readable ? 0 : 1;
    }

    private boolean read(AuditChainVerifier verifier) {
        try {
            AuditLogReader.read(connection.clients(), connection.topic(), record -> check(verifier, record));
            return true;
        } catch (KafkaException e) {
            spec.commandLine()
                    .getErr()
                    .println("The topic cannot be read behind record " + verifier.highest() + ": " + e.getMessage());
            return false;
        }
    }

    private void check(AuditChainVerifier verifier, ConsumerRecord<byte[], byte[]> record) {
        verifier.check(AuditRecordCodec.decode(record), record.offset());
        checked++;
        if (checked % PROGRESS == 0) {
            spec.commandLine().getErr().println(checked + " records …");
        }
    }

    private void print(PrintWriter out, AuditFault fault) {
        faults++;
        out.println(fault);
        out.flush();
    }
}
