package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookie with the keys of the complaints that a reporter opened in this browser: the last five, encrypted (AES-GCM), until the
 * browser is closed. It takes the place of a session, so any instance of the portal can read it.
 */
@Component
public class ReporterCookie {

    private static final String NAME = "pelapor";
    private static final int MAX_COMPLAINTS = 5;
    private static final int NONCE_LENGTH = 12;

    /** Nonce and authentication tag. */
    private static final int MIN_LENGTH = NONCE_LENGTH + 16;

    /** The first encrypts; those of former secrets only decrypt. */
    private final List<BytesEncryptor> encryptors;

    ReporterCookie(InstallationSecrets secrets) {
        this.encryptors = secrets.accepted(SecretPurpose.REPORTER_KEYS).stream()
                .map(ReporterCookie::encryptor)
                .toList();
    }

    private static BytesEncryptor encryptor(InstallationSecret secret) {
        return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(secret.derive("reporter-cookie"), "AES"))
                .ivGenerator(KeyGenerators.secureRandom(NONCE_LENGTH))
                .build();
    }

    /** The reporter key of a complaint, if it was opened in this browser. */
    public Optional<String> keyOf(HttpServletRequest request, ComplaintId complaint) {
        return Optional.ofNullable(read(request).get(complaint.value()));
    }

    /** Whether the browser sends cookies at all. */
    public static boolean areAccepted(HttpServletRequest request) {
        return request.getCookies() != null;
    }

    static boolean isPresent(HttpServletRequest request) {
        return WebUtils.getCookie(request, NAME) != null;
    }

    /** Keeps the key of a complaint, in place of the one that was opened longest ago. */
    public void add(HttpServletRequest request, HttpServletResponse response, ComplaintId complaint, String key) {
        Map<String, String> keys = read(request);
        keys.remove(complaint.value());
        while (keys.size() >= MAX_COMPLAINTS) {
            keys.remove(keys.keySet().iterator().next());
        }
        keys.put(complaint.value(), key);
        write(request, response, keys);
    }

    void remove(HttpServletRequest request, HttpServletResponse response, ComplaintId complaint) {
        Map<String, String> keys = read(request);
        keys.remove(complaint.value());
        write(request, response, keys);
    }

    private Map<String, String> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null
                ? new LinkedHashMap<>()
                : encryptors.stream()
                        .flatMap(encryptor -> decrypt(encryptor, cookie.getValue()).stream())
                        .findFirst()
                        .orElseGet(LinkedHashMap::new);
    }

    /** Empty for a cookie that somebody changed, or that was encrypted with another secret. */
    private static Optional<Map<String, String>> decrypt(BytesEncryptor encryptor, String value) {
        try {
            byte[] encrypted = Base64.getUrlDecoder().decode(value);
            if (encrypted.length < MIN_LENGTH) {
                return Optional.empty();
            }
            String text = new String(encryptor.decrypt(encrypted), StandardCharsets.UTF_8);
            return Optional.of(text.lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> pair[1], (former, next) -> next, LinkedHashMap::new)));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Map<String, String> keys) {
        String text = keys.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        String value = keys.isEmpty()
                ? ""
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(encryptors.getFirst().encrypt(text.getBytes(StandardCharsets.UTF_8)));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax") // strict would be missing after a link in a mail
                        .maxAge(keys.isEmpty() ? 0 : -1)
                        .build()
                        .toString());
    }
}
