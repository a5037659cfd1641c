package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.portal.http.OversightFiguresView.InstitutionFiguresView;
import id.pintu.portal.http.OversightFiguresView.LeagueRowView;
import id.pintu.portal.http.OversightFiguresView.ParticipationView;
import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.HandlingHop;
import id.pintu.portal.oversight.NationFigures;
import id.pintu.portal.oversight.NationFigures.ChannelFigures;
import id.pintu.portal.oversight.NationFigures.HopFigures;
import id.pintu.portal.oversight.NationFigures.LeagueTable;
import id.pintu.portal.oversight.NationFigures.RoutingQuality;
import id.pintu.portal.oversight.ProvinceFigures;
import id.pintu.portal.oversight.ReportingPeriod;
import id.pintu.portal.supervision.LedgerReadingProgress;
import id.pintu.portal.supervision.OversightFiguresService;
import id.pintu.portal.supervision.OversightProperties;
import id.pintu.portal.supervision.PeriodReading;
import id.pintu.support.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller of oversight figures of a province and of the nation: counts only, no complaint. They count complaints by the
 * day of their receipt, for the institution that has them now.
 */
@RestController
class OversightFiguresController {

    private final OversightFiguresService figures;
    private final OversightProperties properties;

    OversightFiguresController(OversightFiguresService figures, OversightProperties properties) {
        this.figures = figures;
        this.properties = properties;
    }

    /**
     * Figures of a province: its government and its kabupaten and kota side by side, those without reports too; 404 for a code
     * that is no provincial government's.
     *
     * @param code of the provincial government, such as {@code P.33}
     * @param period a year, quarter or month such as {@code 2026}, {@code 2026-Q1} or {@code 2026-03}; the last twelve months
     *     when it is absent
     * @param from first day of own dates, in WIB, such as {@code 2026-03-01}
     * @param to last day of own dates, in WIB
     */
    @GetMapping("/v1/oversight/provinces/{code}")
    ProvinceOversightView province(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return figures.province(code, read(period, from, to))
                .map(found -> ProvinceOversightView.of(found, figures.progress()))
                .orElseThrow(() ->
                        ProblemException.of(HttpStatus.NOT_FOUND, "unknown-province", "No province has this code."));
    }

    /**
     * Figures of the nation.
     *
     * @param period a year, quarter or month such as {@code 2026}, {@code 2026-Q1} or {@code 2026-03}; the last twelve months
     *     when it is absent
     * @param from first day of own dates, in WIB, such as {@code 2026-03-01}
     * @param to last day of own dates, in WIB
     */
    @GetMapping("/v1/oversight/nation")
    NationOversightView nation(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return NationOversightView.of(
                figures.nation(read(period, from, to)), properties.leagueMinimum(), figures.progress());
    }

    private ReportingPeriod read(String name, String from, String to) {
        return switch (PeriodReading.of(name, from, to, figures.today())) {
            case PeriodReading.ReadPeriod(ReportingPeriod period) -> period;
            case PeriodReading.UnreadablePeriod(PeriodReading.PeriodField field, String message) ->
                throw ProblemException.ofField(field.name().toLowerCase(Locale.ROOT), message);
        };
    }

    private static <K> Map<String, OversightFiguresView> views(Map<K, HandlingFigures> figures) {
        Map<String, OversightFiguresView> views = new LinkedHashMap<>();
        figures.forEach((key, of) -> views.put(key.toString(), OversightFiguresView.of(of)));
        return views;
    }

    /**
     * JSON of a province.
     *
     * @param asOf until when events are counted; absent while the ledger is read for the first time since the start
     * @param readPercent how much of the ledger has been read
     * @param months by month of the receipt, such as {@code 2026-03}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ProvinceOversightView(
            LocalDate from,
            LocalDate to,
            Optional<Instant> asOf,
            int readPercent,
            OversightFiguresView total,
            ParticipationView participation,
            List<InstitutionFiguresView> institutions,
            Map<String, OversightFiguresView> months) {

        private static ProvinceOversightView of(ProvinceFigures of, LedgerReadingProgress progress) {
            return new ProvinceOversightView(
                    of.period().from(),
                    of.period().to(),
                    progress.asOf(),
                    progress.percent(),
                    OversightFiguresView.of(of.total()),
                    ParticipationView.of(of.participation()),
                    of.institutions().stream().map(InstitutionFiguresView::of).toList(),
                    views(of.months()));
        }
    }

    /**
     * JSON of the nation.
     *
     * @param asOf until when events are counted; absent while the ledger is read for the first time since the start
     * @param readPercent how much of the ledger has been read
     * @param desk complaints that no institution has
     * @param central those of ministries, agencies and others that belong to no province
     * @param provinces by the two digits of the code
     * @param institutions of the registry, those without reports too
     * @param leagueMinimum complaints below which an institution is not ranked
     * @param league ranked by the share on time, then by the share followed up
     * @param months by month of the receipt, such as {@code 2026-03}
     * @param categories by category; the empty name is for those without
     * @param hours for each weekday from Monday, receipts by hour in WIB
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record NationOversightView(
            LocalDate from,
            LocalDate to,
            Optional<Instant> asOf,
            int readPercent,
            OversightFiguresView total,
            OversightFiguresView desk,
            OversightFiguresView central,
            ParticipationView participation,
            Map<String, OversightFiguresView> provinces,
            List<InstitutionFiguresView> institutions,
            int leagueMinimum,
            List<LeagueRowView> league,
            Map<String, OversightFiguresView> months,
            Map<String, OversightFiguresView> categories,
            Map<ComplaintKind, Integer> kinds,
            Map<IntakeChannel, ChannelView> channels,
            RoutingQuality routing,
            Map<HandlingHop, HopView> hops,
            List<List<Integer>> hours) {

        private static NationOversightView of(NationFigures of, int minimum, LedgerReadingProgress progress) {
            LeagueTable league = of.league(minimum);
            Map<IntakeChannel, ChannelView> channels = new LinkedHashMap<>();
            of.channels().forEach((channel, each) -> channels.put(channel, ChannelView.of(each)));
            Map<HandlingHop, HopView> hops = new LinkedHashMap<>();
            of.hops().forEach((hop, each) -> hops.put(hop, HopView.of(each)));
            return new NationOversightView(
                    of.period().from(),
                    of.period().to(),
                    progress.asOf(),
                    progress.percent(),
                    OversightFiguresView.of(of.total()),
                    OversightFiguresView.of(of.desk()),
                    OversightFiguresView.of(of.central()),
                    ParticipationView.of(of.participation()),
                    views(of.provinces()),
                    of.institutions().stream().map(InstitutionFiguresView::of).toList(),
                    league.minimum(),
                    league.ranked().stream().map(LeagueRowView::of).toList(),
                    views(of.months()),
                    views(of.categories()),
                    of.kinds(),
                    channels,
                    of.routing(),
                    hops,
                    of.hours());
        }
    }

    /**
     * JSON of one channel.
     *
     * @param lastAt receipt of the last report in the period
     * @param lastWeek receipts in the last seven days
     * @param usualWeek average of seven days over the four weeks before
     * @param quiet whether less than half of what is usual came in
     */
    record ChannelView(int received, Instant lastAt, int lastWeek, double usualWeek, boolean quiet) {

        private static ChannelView of(ChannelFigures of) {
            return new ChannelView(of.received(), of.last(), of.lastWeek(), of.usualWeek(), of.isQuiet());
        }
    }

    /** JSON of the working days of one section of the way. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HopView(long complaints, long days, Optional<Integer> medianDays, Optional<Integer> p90Days) {

        private static HopView of(HopFigures of) {
            return new HopView(
                    of.complaints(),
                    of.days(),
                    of.spread().map(HandlingFigures.DaySpread::median),
                    of.spread().map(HandlingFigures.DaySpread::p90));
        }
    }
}
