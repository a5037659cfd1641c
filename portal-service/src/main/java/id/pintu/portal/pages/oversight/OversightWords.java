package id.pintu.portal.pages.oversight;

import id.pintu.portal.oversight.ReportingPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Static functions for names of periods and categories on pages of oversight. */
final class OversightWords {

    /** Letters that stand for words. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("TNI", "POLRI", "BUMN", "BUMD", "BPJS", "KTP", "ASN", "PNS", "SDM", "TKI", "UMKM", "HAM");

    private OversightWords() {}

    /** Such as {@code 1 Mei 2025 – 30 April 2026}. */
    static String dates(ReportingPeriod period, Locale locale) {
        return day(period.from(), locale) + " – " + day(period.to(), locale);
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }

    /** A category in small letters, as the list of LAPOR! has capitals only. */
    static String category(String capitals) {
        StringBuilder words = new StringBuilder();
        for (String word : capitals.split(" ", -1)) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(
                            ABBREVIATIONS.contains(word)
                                    ? word
                                    : words.isEmpty() && !word.isEmpty()
                                            ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                                            : word.toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
