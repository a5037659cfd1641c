package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAccessKey;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The one cookie of the portal: it holds the desk's key while an officer works. It goes to the desk's page only, no
 * script can read it, and it ends with the browser.
 */
final class DeskKeyCookie {

    static final String NAME = "meja";

    private DeskKeyCookie() {}

    static String of(DeskAccessKey key, boolean secure) {
        return cookie(key.value(), secure).build().toString();
    }

    static String expired(boolean secure) {
        return cookie("", secure).maxAge(Duration.ZERO).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .path("/meja")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure);
    }
}
