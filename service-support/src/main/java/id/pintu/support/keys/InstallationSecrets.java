package id.pintu.support.keys;

import id.pintu.support.keys.SecretProperties.PurposeSecretProperties;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Secrets of an installation by purpose, each with its predecessors.
 *
 * <p>Without a secret of its own a purpose uses {@code pintu.secret}. Every derived value begins with the name of its
 * kind, so that the values of two purposes are independent of each other although their secret is the same.
 */
public final class InstallationSecrets {

    private final Map<SecretPurpose, List<InstallationSecret>> accepted;

    private InstallationSecrets(Map<SecretPurpose, List<InstallationSecret>> accepted) {
        this.accepted = accepted;
    }

    /**
     * One secret for every purpose.
     *
     * @param previous its predecessors
     * @throws IllegalArgumentException when one of them is shorter than 32 characters
     */
    public static InstallationSecrets of(String secret, String... previous) {
        return of(secret, List.of(previous), purpose -> null);
    }

    /**
     * Secrets of the properties {@code pintu.secret} and {@code pintu.secrets.<purpose>}, as the services read them.
     *
     * @throws IllegalArgumentException when one of them is shorter than 32 characters
     */
    public static InstallationSecrets of(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate("pintu", SecretProperties.class)
                .toSecrets();
    }

    static InstallationSecrets of(
            String secret, List<String> previous, Function<SecretPurpose, @Nullable PurposeSecretProperties> own) {
        Map<SecretPurpose, List<InstallationSecret>> accepted = new EnumMap<>(SecretPurpose.class);
        for (SecretPurpose purpose : SecretPurpose.values()) {
            PurposeSecretProperties its = own.apply(purpose);
            accepted.put(
                    purpose,
                    its == null || its.current() == null
                            ? secrets("pintu.secret (PINTU_SECRET)", secret, previous)
                            : secrets("pintu.secrets." + purpose.propertyName(), its.current(), its.previous()));
        }
        return new InstallationSecrets(accepted);
    }

    /** The secret from which new values are derived. */
    public InstallationSecret current(SecretPurpose purpose) {
        return accepted(purpose).getFirst();
    }

    /** The current secret, then its predecessors, whose values are still accepted. */
    public List<InstallationSecret> accepted(SecretPurpose purpose) {
        return accepted.getOrDefault(purpose, List.of());
    }

    private static List<InstallationSecret> secrets(String property, String current, List<String> previous) {
        return Stream.concat(Stream.of(current), previous.stream())
                .map(text -> new InstallationSecret(property, text))
                .toList();
    }
}
