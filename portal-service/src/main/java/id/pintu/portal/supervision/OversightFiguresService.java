package id.pintu.portal.supervision;

import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.oversight.NationFigures;
import id.pintu.portal.oversight.OversightCalculation;
import id.pintu.portal.oversight.ProvinceFigures;
import id.pintu.portal.oversight.ReportingPeriod;
import id.pintu.portal.oversight.SupervisedInstitution;
import id.pintu.portal.oversight.WorkingDayCounter;
import id.pintu.support.calendars.WorkingDays;
import id.pintu.support.calendars.WorkingDaysClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Oversight figures as of now, from the table of facts, the registry and the working calendars. */
@Component
public class OversightFiguresService {

    /** Calendars as decrees of sla-service name the national one. */
    private static final String DESK = "DESK";

    private static final int CALENDARS_KEPT = 500;

    private final ComplaintFactTable facts;
    private final SupervisedInstitutionIndex registry;
    private final WorkingDaysClient calendars;
    private final InboxQueryService zones;
    private final Supplier<LedgerReadingProgress> progress;
    private final InstantSource clock;
    private final Map<WorkingDayKey, WorkingDayCounter> counters = new ConcurrentHashMap<>();

    private record WorkingDayKey(ZoneId zone, WorkingDays days, LocalDate last) {}

    OversightFiguresService(
            ComplaintFactTable facts,
            SupervisedInstitutionIndex registry,
            WorkingDaysClient calendars,
            InboxQueryService zones,
            Supplier<LedgerReadingProgress> progress,
            InstantSource clock) {
        this.facts = facts;
        this.registry = registry;
        this.calendars = calendars;
        this.zones = zones;
        this.progress = progress;
        this.clock = clock;
    }

    public LedgerReadingProgress progress() {
        return progress.get();
    }

    /** Today in WIB. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ReportingPeriod.ZONE);
    }

    public NationFigures nation(ReportingPeriod period) {
        return calculation(period).nation(facts);
    }

    /**
     * Figures of a province; empty when it is none of the registry.
     *
     * @param code of its government, such as {@code P.33}
     */
    public Optional<ProvinceFigures> province(String code, ReportingPeriod period) {
        return findProvince(code).map(province -> calculation(period).province(facts, province.province()));
    }

    /** The government of a province. */
    public Optional<SupervisedInstitution> findProvince(String code) {
        return registry.find(code).filter(SupervisedInstitution::isProvince);
    }

    private OversightCalculation calculation(ReportingPeriod period) {
        Instant now = clock.instant();
        LocalDate last = LocalDate.ofYearDay(today().getYear() + 1, 365);
        return new OversightCalculation(period, now, registry.all(), code -> calendarOf(code, last));
    }

    private WorkingDayCounter calendarOf(String code, LocalDate last) {
        String institution = code.isEmpty() ? DESK : code;
        WorkingDayKey key = new WorkingDayKey(zones.zoneOf(institution), calendars.of(institution), last);
        WorkingDayCounter known = counters.get(key);
        if (known != null) {
            return known;
        }
        if (counters.size() > CALENDARS_KEPT) {
            counters.clear(); // of calendars that decrees have changed since
        }
        WorkingDayCounter counter = WorkingDayCounter.of(key.zone(), key.days()::isOpen, key.last());
        counters.put(key, counter);
        return counter;
    }
}
