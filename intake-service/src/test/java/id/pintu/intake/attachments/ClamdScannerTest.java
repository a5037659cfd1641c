package id.pintu.intake.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdScannerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void tellsCleanFilesFromInfectedOnes() throws IOException {
        try (ClamdTestServer clamd = new ClamdTestServer()) {
            ClamdScanner scanner = new ClamdScanner(clamd.address(), Duration.ofSeconds(5));

            assertThat(scanner.isClean(file("x".repeat(200_000)))).isTrue();
            assertThat(scanner.isClean(file("x".repeat(100_000) + ClamdTestServer.INFECTED)))
                    .isFalse();
        }
    }

    @Test
    void withoutAnAnswerNothingIsKnown() throws IOException {
        ClamdTestServer clamd = new ClamdTestServer();
        ClamdScanner scanner = new ClamdScanner(clamd.address(), Duration.ofSeconds(5));
        clamd.close();
        Path file = file("x");

        assertThatThrownBy(() -> scanner.isClean(file)).isInstanceOf(IOException.class);
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        assertThatThrownBy(() -> new ClamdScanner("clamd", Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("file"), content);
    }
}
