package id.pintu.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDocumentsTest {

    private static final String LEDGER = "ledger-1";

    @TempDir
    Path directory;

    @Test
    void areUsedAgainAfterTheProcessWasKilled() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        assertThat(first.isComplete()).isFalse();
        first.markComplete();
        kill(first);

        assertThat(isCompleteAfterReopening(LEDGER, false)).isTrue();
    }

    @Test
    void areUsedAgainAfterTheMachineWasStoppedInOrder() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.backend().setValue("boot", "an earlier start of the machine");
        close(first);

        assertThat(isCompleteAfterReopening(LEDGER, false)).isTrue();
    }

    @Test
    void areDroppedAfterTheMachineCrashed() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.backend().setValue("boot", "an earlier start of the machine");
        kill(first);

        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    @Test
    void areDroppedWhenTheirRebuildDidNotEnd() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        close(first);

        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    @Test
    void areDroppedWhenTheLedgerIsAnother() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        close(first);

        assertThat(isCompleteAfterReopening("ledger-2", false)).isFalse();
    }

    @Test
    void areDroppedWhenAskedTo() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        close(first);

        assertThat(isCompleteAfterReopening(LEDGER, true)).isFalse();
        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    private boolean isCompleteAfterReopening(String ledger, boolean rebuild) {
        StoredDocuments documents = StoredDocuments.open(directory, ledger, rebuild);
        kill(documents);
        return documents.isComplete();
    }

    private static void close(StoredDocuments documents) {
        documents.backend().close();
    }

    private static void kill(StoredDocuments documents) {
        documents.backend().beforeClose(() -> {});
        documents.backend().close();
    }
}
