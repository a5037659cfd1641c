package id.pintu.portal.pages.oversight;

import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * URL of a page of oversight, as typed or linked.
 *
 * @param code of a provincial government; empty for the nation
 * @param period name of the period, such as {@code 2026-Q1}; may be empty
 * @param from first of own dates; may be empty
 * @param to last of own dates; may be empty
 */
public record OversightPageAddress(String code, String period, String from, String to) {

    /** Path of the nation's page; that of a province has its code behind it. */
    public static final String ROOT = "/pengawasan";

    private static final int MAX_TYPED = 20;

    public OversightPageAddress {
        period = shortened(period);
        from = shortened(from);
        to = shortened(to);
    }

    private static String shortened(String typed) {
        String text = typed.strip();
        return text.length() > MAX_TYPED ? text.substring(0, MAX_TYPED) : text;
    }

    OversightPageAddress of(String province) {
        return new OversightPageAddress(province, period, from, to);
    }

    OversightPageAddress during(String other) {
        return new OversightPageAddress(code, other, "", "");
    }

    /** Path without the parameters, such as {@code /pengawasan/P.33}. */
    public String path() {
        return code.isEmpty() ? ROOT : ROOT + "/" + code;
    }

    /** URL without the language. */
    public String here() {
        return build(path()).build().encode().toUriString();
    }

    public String url(Locale locale) {
        return build(path())
                .queryParam("lang", locale.getLanguage().equals("en") ? "en" : "id")
                .build()
                .encode()
                .toUriString();
    }

    /** URL of the same figures as a file. */
    public String file(String name, Locale locale) {
        return build(path() + "/" + name)
                .queryParam("lang", locale.getLanguage().equals("en") ? "en" : "id")
                .build()
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder build(String path) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        if (!from.isEmpty() || !to.isEmpty()) {
            url.queryParam("dari", from).queryParam("sampai", to);
        } else if (!period.isEmpty()) {
            url.queryParam("periode", period);
        }
        return url;
    }
}
