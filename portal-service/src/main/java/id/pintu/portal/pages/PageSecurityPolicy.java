package id.pintu.portal.pages;

import java.net.URI;

/** Holder of the Content-Security-Policy of the pages. Pico draws small icons as {@code data:} images. */
public final class PageSecurityPolicy {

    private static final String WITHOUT_SCRIPTS = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static final String WITH_OWN_SCRIPTS = WITHOUT_SCRIPTS + "; script-src 'self'";

    /** Of the public pages, which a browser may keep for times without a network. */
    static final String PUBLIC = WITH_OWN_SCRIPTS + "; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

    /**
     * Policy of pages with a form that leads to another site as well, as signing out does: a browser counts the redirects that
     * follow a form as its targets.
     */
    public static String withFormsTo(URI other) {
        return WITH_OWN_SCRIPTS.replace(
                "form-action 'self'", "form-action 'self' " + other.getScheme() + "://" + other.getAuthority());
    }

    private PageSecurityPolicy() {}
}
