package id.pintu.portal.pages;

/** Constant holder for the Content-Security-Policy of the pages. Pico draws small icons as {@code data:} images. */
public final class PageSecurityPolicy {

    public static final String WITHOUT_SCRIPTS = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static final String WITH_OWN_SCRIPTS = WITHOUT_SCRIPTS + "; script-src 'self'";

    private PageSecurityPolicy() {}
}
