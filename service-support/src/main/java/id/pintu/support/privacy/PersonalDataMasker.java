package id.pintu.support.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stateless masker of personal data in a text that others than the assigned institution and the desk may read: identity
 * numbers (NIK, and the family card's, which has the same form), payment cards, telephones and e-mail addresses become
 * {@code [NIK]}, {@code [kartu]}, {@code [telepon]} and {@code [surel]}.
 *
 * <p>It masks forms that are nearly always personal data. Amounts of rupiah, dates, house numbers, post codes and tracking
 * numbers stay; so do names and bank accounts, which no form gives away.
 */
public final class PersonalDataMasker {

    /** Not within a longer number or word, and not an amount. */
    private static final String START =
            "(?<![\\p{L}\\d])(?<![\\d][.,-])(?<!(?i:Rp|IDR))(?<!(?i:Rp|IDR)[. ])(?<!(?i:Rp)\\. )";

    private static final String END = "(?![\\p{L}\\d])(?![-.,]\\d)";

    /** Codes of provinces (Kemendagri), and those of Papua to come. */
    private static final Pattern PROVINCE = Pattern.compile("1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]");

    private static final int NIK_LENGTH = 16;

    private static final List<MaskingRule> RULES = List.of(
            new MaskingRule(
                    Pattern.compile(
                            "(?<![\\p{Alnum}._%+-])[\\p{Alnum}._%+-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.){1,5}\\p{Alpha}{2,24}"),
                    found -> true,
                    "[surel]"),
            new MaskingRule(
                    Pattern.compile(START
                            + "(?:\\d{16}|\\d{4}([ .-])\\d{4}\\1\\d{4}\\1\\d{4}|\\d{6}([ .-])\\d{6}\\2\\d{4}"
                            + "|\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{6}\\.\\d{4})" + END),
                    PersonalDataMasker::isNik,
                    "[NIK]"),
            new MaskingRule(
                    Pattern.compile(START
                            + "(?:[2-6]\\d{12,18}|[2-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?"
                            + "|3[47]\\d\\d([ -])\\d{6}\\2\\d{5})" + END),
                    PersonalDataMasker::isCard,
                    "[kartu]"),
            // Mobile: 08… or 628…, in one piece or in groups.
            new MaskingRule(
                    Pattern.compile(START + "(?:\\+?62|0|\\+62 ?0)8[1-9]\\d{6,10}" + END), found -> true, "[telepon]"),
            new MaskingRule(
                    Pattern.compile(START + "(?:\\+62[ .-]?|62[ -]?|0|\\(0)8[1-9]\\d{0,2}\\)?[ .-]{1,3}\\d{3,5}"
                            + "(?:[ .-]{1,3}\\d{3,5}){0,2}" + END),
                    found -> hasDigits(found, 9, 14),
                    "[telepon]"),
            // Landline: an area code, then the number of the subscriber.
            new MaskingRule(
                    Pattern.compile(START + "(?:\\+62[ .-]?\\(?|\\(?0)(?:2[1-9]|31|61|[2-79]\\d{2})\\)?[ .-]{0,3}"
                            + "\\d{3,8}(?:[ .-]\\d{2,4}){0,2}" + END),
                    found -> hasDigits(found, 9, 13),
                    "[telepon]"));

    private PersonalDataMasker() {}

    /**
     * @param condition what else a match must be
     */
    private record MaskingRule(Pattern form, Predicate<String> condition, String mask) {

        String apply(String text) {
            return form.matcher(text)
                    .replaceAll(
                            match -> Matcher.quoteReplacement(condition.test(match.group()) ? mask : match.group()));
        }
    }

    /** The text with its personal data masked; a masked text is unchanged. */
    public static String mask(String text) {
        String masked = text;
        for (MaskingRule rule : RULES) {
            masked = rule.apply(masked);
        }
        return masked;
    }

    /** Region, date of birth (a woman's day is 40 higher), and a serial number from 0001. */
    private static boolean isNik(String found) {
        String digits = digitsOf(found);
        int day = Integer.parseInt(digits, 6, 8, 10) % 40;
        int month = Integer.parseInt(digits, 8, 10, 10);
        return digits.length() == NIK_LENGTH
                && PROVINCE.matcher(digits.substring(0, 2)).matches()
                && !digits.startsWith("00", 2)
                && Integer.parseInt(digits, 6, 8, 10) <= 71
                && day >= 1
                && day <= 31
                && month >= 1
                && month <= 12
                && !digits.endsWith("0000");
    }

    /** The check digit of ISO/IEC 7812 (Luhn). */
    private static boolean isCard(String found) {
        String digits = digitsOf(found);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    private static boolean hasDigits(String found, int least, int most) {
        int count = digitsOf(found).length();
        return count >= least && count <= most;
    }

    private static String digitsOf(String found) {
        return found.replaceAll("\\D", "");
    }
}
