package id.pintu.support.keys;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the installation's secrets.
 *
 * @param secret {@code pintu.secret}, the secret of each purpose that has none of its own
 * @param previousSecrets {@code pintu.previous-secrets}, its predecessors: accepted, but nothing new is derived from them
 * @param secrets {@code pintu.secrets.<purpose>}
 */
@ConfigurationProperties("pintu")
record SecretProperties(
        @DefaultValue("") String secret,
        @DefaultValue List<String> previousSecrets,
        @DefaultValue Map<SecretPurpose, PurposeSecretProperties> secrets) {

    /**
     * Secret of one purpose.
     *
     * @param current from which new keys are derived
     * @param previous its predecessors, which may include {@code pintu.secret}
     */
    record PurposeSecretProperties(
            @Nullable String current, @DefaultValue List<String> previous) {

        @Override
        public String toString() {
            return "PurposeSecretProperties[…]";
        }
    }

    InstallationSecrets toSecrets() {
        return InstallationSecrets.of(secret, previousSecrets, purpose -> secrets.get(purpose));
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "SecretProperties[…]";
    }
}
