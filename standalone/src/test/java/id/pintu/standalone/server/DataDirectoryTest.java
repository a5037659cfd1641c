package id.pintu.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.standalone.CommandLineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path temp;

    @Test
    void isLockedForOneProcessAtATime() {
        try (DataDirectory first = DataDirectory.open(temp)) {
            assertThat(first.broker().getParent()).isEqualTo(temp);
            assertThatThrownBy(() -> DataDirectory.open(temp))
                    .isInstanceOf(CommandLineException.class)
                    .hasMessageContaining("in use by another Pintu");
        }
        DataDirectory.open(temp).close();
    }

    @Test
    void keepsItsSecretInAFileThatOnlyItsOwnerCanRead() throws Exception {
        String secret;
        try (DataDirectory first = DataDirectory.open(temp)) {
            secret = first.secret();
        }
        try (DataDirectory again = DataDirectory.open(temp)) {
            assertThat(again.secret()).isEqualTo(secret).hasSizeGreaterThanOrEqualTo(43);
        }
        assertThat(DataDirectory.readSecret(temp)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void generatesADifferentSecretForEachDirectory() {
        try (DataDirectory one = DataDirectory.open(temp.resolve("one"));
                DataDirectory other = DataDirectory.open(temp.resolve("other"))) {
            assertThat(one.secret()).isNotEqualTo(other.secret());
        }
    }

    @Test
    void namesTheOptionWhenTheDirectoryHasNoSecret() {
        assertThatThrownBy(() -> DataDirectory.readSecret(temp.resolve("nowhere")))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("--data");
    }
}
