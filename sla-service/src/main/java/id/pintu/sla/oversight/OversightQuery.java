package id.pintu.sla.oversight;

import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.ReceivedReport;
import id.pintu.sla.clock.stay.ComplaintStay;
import id.pintu.sla.clock.stay.ResponsibleParty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Immutable query of oversight figures: which complaints are counted, and how they are grouped.
 *
 * @param area empty for the whole country, a province such as {@code 51} with its kabupaten and kota, or one
 *     institution's code
 * @param from first day of receipt, in WIB
 * @param to last day of receipt, in WIB
 */
public record OversightQuery(OversightGrouping by, String area, LocalDate from, LocalDate to) {

    private static final ZoneId WIB = ResponsibleParty.DESK.zone();

    /** What the figures are grouped by. */
    public enum OversightGrouping {
        INSTITUTION(OversightQuery::institution),
        PROVINCE(clocks -> province(institution(clocks))),
        KIND(clocks -> clocks.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        CATEGORY(clocks -> clocks.received().flatMap(ReceivedReport::category).orElse("")),
        MONTH(clocks -> received(clocks).toString().substring(0, 7)),
        NOTHING(clocks -> "");

        @SuppressWarnings("ImmutableEnumChecker") // a method of this class is
        private final Function<ComplaintClockState, String> key;

        OversightGrouping(Function<ComplaintClockState, String> key) {
            this.key = key;
        }

        String key(ComplaintClockState clocks) {
            return key.apply(clocks);
        }
    }

    boolean matches(ComplaintClockState clocks) {
        LocalDate day = received(clocks);
        return isIn(area, institution(clocks)) && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Province of an institution, of the provincial government {@code P.51} too; empty for ministries and the desk. */
    static String province(String institution) {
        return institution.matches("[DP]\\.\\d\\d.*") ? institution.substring(2, 4) : "";
    }

    static boolean isIn(String area, String institution) {
        return area.isEmpty() || area.equals(institution) || area.equals(province(institution));
    }

    private static String institution(ComplaintClockState clocks) {
        return clocks.handling().party().institution();
    }

    /** Areas in which a complaint was ever assigned: institutions, and their provinces. */
    public static Set<String> areas(ComplaintClockState clocks) {
        Set<String> areas = new TreeSet<>();
        Stream.concat(
                        Stream.of(clocks.handling().party()),
                        clocks.handling().stayHistory().stays().stream().map(ComplaintStay::party))
                .map(ResponsibleParty::institution)
                .filter(code -> !code.equals(ResponsibleParty.DESK.institution()))
                .forEach(code -> {
                    areas.add(code);
                    areas.add(province(code));
                });
        areas.remove("");
        return areas;
    }

    /** Day on which it was received, in WIB. */
    public static LocalDate received(ComplaintClockState clocks) {
        Instant at = clocks.received().map(ReceivedReport::at).orElse(Instant.EPOCH);
        return LocalDate.ofInstant(at, WIB);
    }
}
