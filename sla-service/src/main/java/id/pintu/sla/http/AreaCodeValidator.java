package id.pintu.sla.http;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.clock.stay.ResponsibleParty;
import id.pintu.sla.oversight.RegisteredInstitution;
import id.pintu.support.http.ProblemException;
import id.pintu.support.regions.RegionCatalog;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Validator of the scope of a decree and of the area of a query: the whole country, a province that exists, or an
 * institution of the registry.
 */
@Component
class AreaCodeValidator {

    private static final ZoneId WIB = ResponsibleParty.DESK.zone();

    private final RegionCatalog regions = RegionCatalog.bundled();
    private final Supplier<List<RegisteredInstitution>> institutions;

    AreaCodeValidator(Supplier<List<RegisteredInstitution>> institutions) {
        this.institutions = institutions;
    }

    /**
     * The time zone of a scope: of the province or kabupaten or kota, otherwise WIB.
     *
     * @throws ProblemException 400, naming the field {@code scope}, if nothing has this code
     */
    ZoneId requireZone(String scope) {
        if (scope.equals(CalendarDecree.NATION)) {
            return WIB;
        }
        requireExisting("scope", scope);
        return regions.zoneOf(regionOf(scope)).orElse(WIB);
    }

    /**
     * @param field to name
     * @param code empty for the whole country
     * @throws ProblemException 400, if nothing has this code
     */
    void requireExisting(String field, String code) {
        boolean exists = code.isEmpty()
                || isProvince(code)
                || institutions.get().stream().anyMatch(each -> each.code().equals(code));
        if (!exists) {
            throw ProblemException.ofField(
                    field,
                    "is empty, a province such as 51, or an institution of the registry such as D.51.71;"
                            + " there is none with this code");
        }
    }

    private boolean isProvince(String scope) {
        return regions.provinces().stream().anyMatch(each -> each.code().equals(scope));
    }

    /** {@code D.51.71.DISHUB} and {@code P.51} are of a region, {@code K.PU} is not. */
    private static String regionOf(String scope) {
        if (!scope.matches("[DP]\\.\\d\\d(\\.\\d\\d)?(\\..*)?")) {
            return scope;
        }
        String region = scope.substring(2);
        return region.matches("\\d\\d\\.\\d\\d.*") ? region.substring(0, 5) : region.substring(0, 2);
    }
}
