package id.pintu.portal.oversight;

import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.NationFigures.Participation;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Figures of the complaints of a province that were received in a period.
 *
 * @param total of the provincial government and of its kabupaten and kota together
 * @param institutions the provincial government, then its kabupaten and kota by code, those without reports too
 * @param months by month of the receipt in WIB, every one of the period
 */
public record ProvinceFigures(
        ReportingPeriod period,
        HandlingFigures total,
        List<InstitutionFigures> institutions,
        Map<YearMonth, HandlingFigures> months) {

    public Participation participation() {
        return Participation.of(institutions);
    }
}
