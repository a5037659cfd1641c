package id.pintu.routing.webhooks;

import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets and signatures of webhooks, after Standard Webhooks 1.0: HMAC-SHA256 of {@code id.timestamp.body}. */
final class WebhookSignature {

    /** How long the secret before a rotation signs as well. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KIND = "webhook-secret";

    private WebhookSignature() {}

    /** The secret as the institution gets it: {@code whsec_} and 32 bytes in base64. It is derived and never stored. */
    static String secret(InstallationSecret installation, WebhookEndpoint endpoint) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(installation, endpoint, endpoint.secretGeneration()));
    }

    /** Value of the header {@code webhook-signature}: one signature for each secret that is in use. */
    static String header(
            InstallationSecret installation, WebhookEndpoint endpoint, String id, Instant now, byte[] body) {
        int generation = endpoint.secretGeneration();
        boolean overlaps = endpoint.rotatedAt()
                .filter(rotated -> now.isBefore(rotated.plus(OVERLAP)))
                .isPresent();
        return Stream.concat(Stream.of(generation), overlaps ? Stream.of(generation - 1) : Stream.<Integer>empty())
                .map(each -> "v1," + sign(key(installation, endpoint, each), id, now, body))
                .collect(Collectors.joining(" "));
    }

    private static byte[] key(InstallationSecret installation, WebhookEndpoint endpoint, int generation) {
        return installation.derive(KIND, endpoint.institution(), endpoint.name(), String.valueOf(generation));
    }

    private static String sign(byte[] key, String id, Instant now, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (String part : List.of(id, ".", String.valueOf(now.getEpochSecond()), ".")) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
