package id.pintu.support.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationSecretTest {

    private static final String TEXT = "a secret of thirty-two characters";

    private final InstallationSecret secret = new InstallationSecret(TEXT);

    @ParameterizedTest
    @ValueSource(strings = {"short", "one character less than enough!"})
    void refusesAShortSecretWithoutQuotingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstallationSecret(text))
                .withMessageContaining("pintu.secret")
                .withMessageContaining("32")
                .withMessageNotContaining(text);
    }

    @Test
    void derivesTheSameFromTheSameParts() {
        assertThat(secret.deriveKey("reporter-key", "K7QX-9D2M-4RTB-Z"))
                .isEqualTo(new InstallationSecret(TEXT).deriveKey("reporter-key", "K7QX-9D2M-4RTB-Z"))
                .isEqualTo("f4dda9a90853d0f1f1ed1d37b9d52996ab6fc0b8")
                .hasSize(40);
    }

    @Test
    void derivesSomethingElseFromOtherPartsOrAnotherSecret() {
        assertThat(secret.derive("a", "bc"))
                .hasSize(32)
                .isNotEqualTo(secret.derive("ab", "c"))
                .isNotEqualTo(secret.derive("abc"))
                .isNotEqualTo(new InstallationSecret(TEXT + "!").derive("a", "bc"));
        assertThat(secret.operatorToken()).hasSize(64).isNotEqualTo(new InstallationSecret(TEXT + "!").operatorToken());
    }

    @Test
    void comparesWholeTexts() {
        assertThat(InstallationSecret.constantTimeEquals("key", "key")).isTrue();
        assertThat(InstallationSecret.constantTimeEquals("key", "kez")).isFalse();
        assertThat(InstallationSecret.constantTimeEquals("key", "key ")).isFalse();
        assertThat(InstallationSecret.constantTimeEquals("", "key")).isFalse();
    }
}
