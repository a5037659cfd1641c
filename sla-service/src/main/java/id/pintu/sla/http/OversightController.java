package id.pintu.sla.http;

import id.pintu.sla.csv.OversightFiguresCsvWriter;
import id.pintu.sla.oversight.OversightCalculator;
import id.pintu.sla.oversight.OversightFigures;
import id.pintu.sla.oversight.OversightQuery;
import id.pintu.sla.oversight.OversightQuery.OversightGrouping;
import id.pintu.sla.oversight.RegisteredInstitution;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.support.http.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures for those who watch over the clocks: the national desk sees everybody, an institution itself, and a province
 * its kabupaten and kota too. Each answer is counted afresh from the casebook.
 */
@RestController
class OversightController {

    private static final String CSV = "text/csv";

    private final ComplaintClockQueryService queries;
    private final Supplier<List<RegisteredInstitution>> institutions;

    OversightController(
            ComplaintClockQueryService queries, Supplier<List<RegisteredInstitution>> institutions) {
        this.queries = queries;
        this.institutions = institutions;
    }

    /**
     * @param participation of the institutions of the area
     */
    record OversightView(OversightCalculator.InstitutionParticipation participation, List<OversightFigures> figures) {}

    /** How all of the nation keeps its limits. */
    @GetMapping("/v1/desk/oversight")
    OversightView all(
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return view(new OversightQuery(grouping(by), area, from, to));
    }

    /** The same as a table. */
    @GetMapping(path = "/v1/desk/oversight.csv", produces = CSV)
    String allAsTable(
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return OversightFiguresCsvWriter.write(
                queries.oversight(new OversightQuery(grouping(by), area, from, to)).figures());
    }

    /** Who keeps time best, among those with so many reports at least. */
    @GetMapping("/v1/desk/oversight/league")
    List<OversightCalculator.LeagueTableEntry> league(
            @RequestParam(defaultValue = "30") int minimum,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return queries.oversight(new OversightQuery(OversightGrouping.INSTITUTION, area, from, to))
                .league(minimum);
    }

    /** A province's own area, or an institution's own figures. */
    @GetMapping("/v1/agencies/{code}/oversight")
    OversightView own(
            @PathVariable String code,
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return view(new OversightQuery(grouping(by), area(code), from, to));
    }

    /** The same as a table. */
    @GetMapping(path = "/v1/agencies/{code}/oversight.csv", produces = CSV)
    String ownAsTable(
            @PathVariable String code,
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return OversightFiguresCsvWriter.write(queries.oversight(new OversightQuery(grouping(by), area(code), from, to))
                .figures());
    }

    private OversightView view(OversightQuery query) {
        OversightCalculator calculator = queries.oversight(query);
        return new OversightView(calculator.participation(institutions.get()), calculator.figures());
    }

    /** {@code P.51} governs a province: its area is 51. */
    private static String area(String code) {
        return code.matches("P\\.\\d\\d") ? code.substring(2) : code;
    }

    private static OversightGrouping grouping(String by) {
        try {
            return OversightGrouping.valueOf(by.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("by", "one of institution, province, kind, category, month, nothing");
        }
    }
}
