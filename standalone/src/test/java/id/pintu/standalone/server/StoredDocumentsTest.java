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
        first.backend().close();

        assertThat(isCompleteAfterReopening(LEDGER, false)).isTrue();
    }

    @Test
    void areUsedAgainAfterTheMachineWasStoppedInOrder() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.markClosed();
        first.backend().setValue("boot", "an earlier start of the machine");
        first.backend().close();

        assertThat(isCompleteAfterReopening(LEDGER, false)).isTrue();
    }

    @Test
    void areDroppedAfterTheMachineCrashed() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.backend().setValue("boot", "an earlier start of the machine");
        first.backend().close();

        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    @Test
    void areDroppedWhenTheirRebuildDidNotEnd() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markClosed();
        first.backend().close();

        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    @Test
    void areDroppedWhenTheLedgerIsAnother() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.backend().close();

        assertThat(isCompleteAfterReopening("ledger-2", false)).isFalse();
    }

    @Test
    void areDroppedWhenAskedTo() {
        StoredDocuments first = StoredDocuments.open(directory, LEDGER, false);
        first.markComplete();
        first.backend().close();

        assertThat(isCompleteAfterReopening(LEDGER, true)).isFalse();
        assertThat(isCompleteAfterReopening(LEDGER, false)).isFalse();
    }

    private boolean isCompleteAfterReopening(String ledger, boolean rebuild) {
        StoredDocuments documents = StoredDocuments.open(directory, ledger, rebuild);
        documents.backend().close();
        return documents.isComplete();
    }
}
