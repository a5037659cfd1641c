package id.pintu.account.accounts;

import java.util.regex.Pattern;

/** Rule of what can be an e-mail address: the link that is sent to it proves the rest. */
public final class EmailAddressRule {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:.]{2,}");
    private static final int MAX_LENGTH = 254;

    private EmailAddressRule() {}

    public static boolean accepts(String text) {
        return text.length() <= MAX_LENGTH && ADDRESS.matcher(text.strip()).matches();
    }
}
