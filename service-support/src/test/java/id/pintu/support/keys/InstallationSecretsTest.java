package id.pintu.support.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InstallationSecretsTest {

    private static final String ONE = "the general secret of an installation";
    private static final String OWN = "the own secret of the reporters' keys";

    @Test
    void everyPurposeHasTheGeneralSecretWithoutOneOfItsOwn() {
        InstallationSecrets secrets = bound(Map.of("pintu.secret", ONE));

        for (SecretPurpose purpose : SecretPurpose.values()) {
            assertThat(secrets.accepted(purpose)).hasSize(1);
            assertThat(secrets.current(purpose).deriveKey("x")).isEqualTo(new InstallationSecret(ONE).deriveKey("x"));
        }
    }

    @Test
    void aPurposeCanHaveItsOwnSecretAndPredecessors() {
        InstallationSecrets secrets = bound(Map.of(
                "pintu.secret", ONE,
                "pintu.secrets.reporter-keys.current", OWN,
                "pintu.secrets.reporter-keys.previous[0]", ONE));

        assertThat(secrets.accepted(SecretPurpose.REPORTER_KEYS))
                .extracting(secret -> secret.deriveKey("x"))
                .containsExactly(
                        new InstallationSecret(OWN).deriveKey("x"), new InstallationSecret(ONE).deriveKey("x"));
        assertThat(secrets.accepted(SecretPurpose.OPERATOR)).hasSize(1);
    }

    @Test
    void thePredecessorsOfTheGeneralSecretAreThoseOfEveryPurposeWithoutItsOwn() {
        InstallationSecrets secrets = bound(Map.of("pintu.secret", OWN, "pintu.previous-secrets", ONE));

        assertThat(secrets.accepted(SecretPurpose.TRACKING_NUMBERS)).hasSize(2);
    }

    @Test
    void namesTheSecretThatIsTooShortAndDoesNotQuoteIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(Map.of("pintu.secret", ONE, "pintu.secrets.operator.current", "tooshort")))
                .withMessageContaining("pintu.secrets.operator")
                .withMessageNotContaining("tooshort");
        assertThatIllegalArgumentException().isThrownBy(() -> bound(Map.of())).withMessageContaining("PINTU_SECRET");
    }

    private static InstallationSecrets bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("pintu", SecretProperties.class)
                .toSecrets();
    }
}
