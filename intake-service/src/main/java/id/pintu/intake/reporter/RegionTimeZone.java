package id.pintu.intake.reporter;

import java.time.ZoneId;
import java.util.Optional;

/** Lookup of the time zone of a region by its Kemendagri code; Keputusan Presiden 41 of 1987 names the provinces of each. */
final class RegionTimeZone {

    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
    private static final ZoneId CENTRAL = ZoneId.of("Asia/Makassar");
    private static final ZoneId EASTERN = ZoneId.of("Asia/Jayapura");

    private RegionTimeZone() {}

    /** Western Indonesian time when the region is not known. */
    static ZoneId of(Optional<String> regionCode) {
        String province = regionCode.map(code -> code.split("\\.", 2)[0]).orElse("");
        return switch (province) {
            case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76" -> CENTRAL;
            case "81", "82", "91", "92", "93", "94", "95", "96", "97" -> EASTERN;
            default -> WESTERN;
        };
    }
}
