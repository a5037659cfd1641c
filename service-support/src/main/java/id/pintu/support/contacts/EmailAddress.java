package id.pintu.support.contacts;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * E-mail address that another organisation's server can receive: no quoted or commented forms of RFC 5322, and a domain
 * with a dot.
 *
 * @param value canonical form: domain in lower case and ASCII (RFC 5890); the part before it as written
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254; // RFC 5321, with the brackets around it
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    /** Dot-atom of RFC 5322. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** Host name with a top-level domain that is not a number. */
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Empty when the text is not such an address. */
    public static Optional<EmailAddress> parse(String typed) {
        String plain = INVISIBLE.matcher(typed).replaceAll("").strip();
        int at = plain.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_LENGTH || plain.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = plain.substring(0, at);
        return ascii(plain.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && local.length() + domain.length() < MAX_LENGTH)
                .map(domain -> new EmailAddress(local + "@" + domain));
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the address, so that a log line never contains personal data. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
