package id.pintu.account.kafka;

import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * Encryption of what is secret in the topic {@code accounts}: AES-256-GCM with a key from the installation's secret, so that
 * who can read the topic has no signing key and no one-time code.
 */
public final class AccountCipher {

    private final List<BytesEncryptor> encryptors;

    /**
     * @param secrets the one that encrypts, then its predecessors, which still decrypt
     */
    AccountCipher(List<InstallationSecret> secrets) {
        this.encryptors = secrets.stream()
                .<BytesEncryptor>map(secret -> AesGcmBytesEncryptor.withSecretKey(
                                new SecretKeySpec(secret.derive("account-encryption"), "AES"))
                        .build())
                .toList();
    }

    public String encrypt(String text) {
        return Base64.getEncoder().encodeToString(encryptors.getFirst().encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @throws IllegalStateException when it was encrypted with none of the secrets, or changed
     */
    public String decrypt(String encrypted) {
        byte[] bytes = Base64.getDecoder().decode(encrypted);
        IllegalStateException failure = new IllegalStateException("no secret decrypts it");
        for (BytesEncryptor each : encryptors) {
            try {
                return new String(each.decrypt(bytes), StandardCharsets.UTF_8);
            } catch (IllegalStateException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }
}
