package id.pintu.sla.http;

import id.pintu.house.http.Problem;
import id.pintu.house.ledger.Casebook;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.csv.FiguresTable;
import id.pintu.sla.oversight.Figures;
import id.pintu.sla.oversight.Oversight;
import id.pintu.sla.oversight.Question;
import id.pintu.sla.oversight.Question.Grouping;
import id.pintu.sla.oversight.Registered;
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

    private final Casebook<ComplaintClocks> casebook;
    private final Deadlines deadlines;
    private final Supplier<List<Registered>> institutions;

    OversightController(
            Casebook<ComplaintClocks> casebook, Deadlines deadlines, Supplier<List<Registered>> institutions) {
        this.casebook = casebook;
        this.deadlines = deadlines;
        this.institutions = institutions;
    }

    /**
     * @param participation of the institutions of the area
     */
    record OversightView(Oversight.Participation participation, List<Figures> figures) {}

    /** How all of the nation keeps its limits. */
    @GetMapping("/v1/desk/oversight")
    OversightView all(
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return view(new Question(grouping(by), area, from, to));
    }

    /** The same as a table. */
    @GetMapping(path = "/v1/desk/oversight.csv", produces = CSV)
    String allAsTable(
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return FiguresTable.write(
                counted(new Question(grouping(by), area, from, to)).figures());
    }

    /** Who keeps time best, among those with so many reports at least. */
    @GetMapping("/v1/desk/oversight/league")
    List<Oversight.Rank> league(
            @RequestParam(defaultValue = "30") int minimum,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return counted(new Question(Grouping.INSTITUTION, area, from, to)).league(minimum);
    }

    /** A province's own area, or an institution's own figures. */
    @GetMapping("/v1/agencies/{code}/oversight")
    OversightView own(
            @PathVariable String code,
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return view(new Question(grouping(by), area(code), from, to));
    }

    /** The same as a table. */
    @GetMapping(path = "/v1/agencies/{code}/oversight.csv", produces = CSV)
    String ownAsTable(
            @PathVariable String code,
            @RequestParam(defaultValue = "institution") String by,
            @RequestParam(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return FiguresTable.write(
                counted(new Question(grouping(by), area(code), from, to)).figures());
    }

    private OversightView view(Question question) {
        Oversight counted = counted(question);
        return new OversightView(counted.participation(institutions.get()), counted.figures());
    }

    private Oversight counted(Question question) {
        Oversight oversight = new Oversight(question, deadlines.almanac().get());
        casebook.forEach((id, clocks) -> oversight.look(clocks));
        return oversight;
    }

    /** {@code P.51} governs a province: its area is 51. */
    private static String area(String code) {
        return code.matches("P\\.\\d\\d") ? code.substring(2) : code;
    }

    private static Grouping grouping(String by) {
        try {
            return Grouping.valueOf(by.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("by", "one of institution, province, kind, category, month, nothing");
        }
    }
}
