package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.portal.inbox.InboxFigures;
import id.pintu.portal.inbox.InboxFigures.DurationSummary;
import id.pintu.portal.inbox.InboxFigures.WorkFigures;
import id.pintu.portal.institution.InboxFiguresTable;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.institution.InboxScope;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of an institution's figures of its own work. Officers of a unit see those of the unit. */
@RestController
class InboxFiguresController {

    private static final int MAX_MONTHS = 24;

    private final InboxQueryService inbox;

    InboxFiguresController(InboxQueryService inbox) {
        this.inbox = inbox;
    }

    /**
     * Figures of what was assigned to the institution in the latest months and is with it still.
     *
     * @param months how many, this one included; 1 to 24
     */
    @GetMapping("/v1/agencies/{code}/figures")
    InboxFiguresView figures(
            @PathVariable String code,
            @RequestParam(defaultValue = "12") int months,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        return InboxFiguresView.of(read(code, months, caller));
    }

    /** The same figures as CSV: one line for everything, then one for each month and each unit. */
    @GetMapping(path = "/v1/agencies/{code}/figures.csv", produces = "text/csv")
    String table(
            @PathVariable String code,
            @RequestParam(defaultValue = "12") int months,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        return InboxFiguresTable.of(read(code, months, caller));
    }

    private InboxFigures read(String code, int months, CallerGrants caller) {
        if (months < 1 || months > MAX_MONTHS) {
            throw ProblemException.ofField("months", "is 1 to " + MAX_MONTHS);
        }
        return inbox.figures(InboxScope.of(code, caller), months);
    }

    /**
     * JSON of the figures.
     *
     * @param months by month of the assignment, such as {@code 2026-03}
     * @param units by name; what no unit has is under the empty name
     */
    record InboxFiguresView(
            WorkFiguresView total, Map<String, WorkFiguresView> months, Map<String, WorkFiguresView> units) {

        static InboxFiguresView of(InboxFigures figures) {
            Map<String, WorkFiguresView> byMonth = new LinkedHashMap<>();
            figures.months().forEach((month, of) -> byMonth.put(month.toString(), WorkFiguresView.of(of)));
            Map<String, WorkFiguresView> byUnit = new LinkedHashMap<>();
            figures.units().forEach((unit, of) -> byUnit.put(unit, WorkFiguresView.of(of)));
            return new InboxFiguresView(WorkFiguresView.of(figures.total()), byMonth, byUnit);
        }
    }

    /**
     * JSON of the figures of some complaints.
     *
     * @param late for how many a deadline was missed
     * @param acceptance from the assignment to the first act
     * @param answer from the assignment to the first final answer
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record WorkFiguresView(
            int received,
            int answered,
            int open,
            int late,
            Optional<Long> inTimePercent,
            int contested,
            Optional<ElapsedDaysView> acceptance,
            Optional<ElapsedDaysView> answer) {

        private static WorkFiguresView of(WorkFigures of) {
            return new WorkFiguresView(
                    of.received(),
                    of.answered(),
                    of.open(),
                    of.late(),
                    of.inTimePercent(),
                    of.contested(),
                    of.acceptance().map(ElapsedDaysView::of),
                    of.answer().map(ElapsedDaysView::of));
        }
    }

    /** Elapsed days, nights and holidays included: median and 90th percentile. */
    record ElapsedDaysView(double medianDays, double p90Days) {

        private static ElapsedDaysView of(DurationSummary summary) {
            return new ElapsedDaysView(summary.medianDays(), summary.p90Days());
        }
    }
}
