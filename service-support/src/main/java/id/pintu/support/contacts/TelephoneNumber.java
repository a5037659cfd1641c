package id.pintu.support.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telephone number that exists in its country's numbering plan, by libphonenumber.
 *
 * @param value canonical form, E.164: {@code +628110000001}
 * @param receivesSms whether it can be a mobile telephone; a landline gets no SMS
 */
public record TelephoneNumber(String value, boolean receivesSms) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String DEFAULT_REGION = "ID";
    private static final int MAX_LENGTH = 40;

    /** No letters: the library would take them for the keys of a telephone. */
    private static final Pattern CHARACTERS = Pattern.compile("\\+?[0-9 ().\\-/]+");

    /** Direction marks and other characters without a width, which come along when a number is copied. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final Pattern OTHER_SPACES_AND_HYPHENS = Pattern.compile("[\\p{Z}\\p{Pd}]");

    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /**
     * Parses a number as a person writes it; without a country code it is an Indonesian one.
     *
     * @return empty when it is not a number of any country
     */
    public static Optional<TelephoneNumber> parse(String typed) {
        String visible = INVISIBLE.matcher(typed).replaceAll("");
        String plain = OTHER_SPACES_AND_HYPHENS.matcher(visible).replaceAll(" ").strip();
        if (plain.length() > MAX_LENGTH || !CHARACTERS.matcher(plain).matches()) {
            return Optional.empty();
        }
        // 00 is the prefix of international calls in most countries, though not in Indonesia.
        return valid(plain)
                .or(() -> plain.startsWith("00") ? valid("+" + plain.substring(2)) : Optional.empty())
                .map(number -> new TelephoneNumber(
                        NUMBERS.format(number, PhoneNumberFormat.E164),
                        MOBILE.contains(NUMBERS.getNumberType(number))));
    }

    private static Optional<PhoneNumber> valid(String plain) {
        try {
            return Optional.of(NUMBERS.parse(plain, DEFAULT_REGION)).filter(NUMBERS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Without the number, so that a log line never contains personal data. */
    @Override
    public String toString() {
        return "TelephoneNumber[…]";
    }
}
