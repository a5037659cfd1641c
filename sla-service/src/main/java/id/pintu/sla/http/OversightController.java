package id.pintu.sla.http;

import id.pintu.sla.csv.OversightFiguresCsvWriter;
import id.pintu.sla.oversight.OversightCalculator;
import id.pintu.sla.oversight.OversightFigures;
import id.pintu.sla.oversight.OversightQuery;
import id.pintu.sla.oversight.OversightQuery.OversightGrouping;
import id.pintu.sla.oversight.RegisteredInstitution;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.support.http.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * HTTP endpoints for oversight figures: the national desk sees all institutions, an institution itself, and a province also
 * its kabupaten and kota. Each answer is counted anew from the snapshots.
 */
@RestController
class OversightController {

    private static final String CSV = "text/csv";
    private static final String INSTITUTION = "institution";
    private static final String AREA = "area";

    private final ComplaintClockQueryService queries;
    private final Supplier<List<RegisteredInstitution>> institutions;
    private final AreaCodeValidator areas;
    private final ConcurrentQueryLimit limits;

    OversightController(
            ComplaintClockQueryService queries,
            Supplier<List<RegisteredInstitution>> institutions,
            AreaCodeValidator areas,
            ConcurrentQueryLimit limits) {
        this.queries = queries;
        this.institutions = institutions;
        this.areas = areas;
        this.limits = limits;
    }

    /**
     * @param participation of the institutions of the area
     */
    record OversightView(OversightCalculator.InstitutionParticipation participation, List<OversightFigures> figures) {}

    /** How the institutions of the nation keep their limits. */
    @GetMapping("/v1/desk/oversight")
    OversightView all(
            @RequestParam(defaultValue = INSTITUTION) String by,
            @RequestParam(defaultValue = "") String area,
            @ParameterObject @ModelAttribute OversightPeriodParams period) {
        areas.requireExisting(AREA, area);
        return view(query(by, area, period));
    }

    /** The same figures as CSV. */
    @GetMapping(path = "/v1/desk/oversight.csv", produces = CSV)
    String allAsTable(
            @RequestParam(defaultValue = INSTITUTION) String by,
            @RequestParam(defaultValue = "") String area,
            @ParameterObject @ModelAttribute OversightPeriodParams period) {
        areas.requireExisting(AREA, area);
        return table(query(by, area, period));
    }

    /** Institutions ranked by how often they are on time, among those with at least this many reports. */
    @GetMapping("/v1/desk/oversight/league")
    List<OversightCalculator.LeagueTableEntry> league(
            @RequestParam(defaultValue = "30") int minimum,
            @RequestParam(defaultValue = "") String area,
            @ParameterObject @ModelAttribute OversightPeriodParams period) {
        areas.requireExisting(AREA, area);
        if (minimum < 0) {
            throw ProblemException.ofField("minimum", "is 0 or more");
        }
        return count(query(INSTITUTION, area, period)).league(minimum);
    }

    /** A province's own area, or an institution's own figures. */
    @GetMapping("/v1/agencies/{code}/oversight")
    OversightView own(
            @PathVariable String code,
            @RequestParam(defaultValue = INSTITUTION) String by,
            @ParameterObject @ModelAttribute OversightPeriodParams period) {
        return view(query(by, area(code), period));
    }

    /** The same figures as CSV. */
    @GetMapping(path = "/v1/agencies/{code}/oversight.csv", produces = CSV)
    String ownAsTable(
            @PathVariable String code,
            @RequestParam(defaultValue = INSTITUTION) String by,
            @ParameterObject @ModelAttribute OversightPeriodParams period) {
        return table(query(by, area(code), period));
    }

    private OversightView view(OversightQuery query) {
        OversightCalculator calculator = count(query);
        return new OversightView(calculator.participation(institutions.get()), calculator.figures());
    }

    private String table(OversightQuery query) {
        return OversightFiguresCsvWriter.write(count(query).figures());
    }

    private OversightCalculator count(OversightQuery query) {
        return query.area().isEmpty()
                ? limits.ofNation(() -> queries.oversight(query))
                : limits.ofArea(() -> queries.oversight(query));
    }

    private static OversightQuery query(String by, String area, OversightPeriodParams period) {
        if (period.from().isAfter(period.to())) {
            throw ProblemException.ofField("from", "is after 'to'");
        }
        try {
            OversightGrouping grouping = OversightGrouping.valueOf(by.toUpperCase(Locale.ROOT));
            return new OversightQuery(grouping, area, period.from(), period.to());
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("by", "one of institution, province, kind, category, month, nothing");
        }
    }

    /** {@code P.51} governs a province: its area is 51. */
    private static String area(String code) {
        return code.matches("P\\.\\d\\d") ? code.substring(2) : code;
    }
}
