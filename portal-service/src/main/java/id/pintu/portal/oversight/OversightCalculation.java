package id.pintu.portal.oversight;

import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Calculation of the figures of a period from the table of facts: one scan.
 *
 * @param now until when open complaints wait
 * @param registry all institutions of the country
 * @param calendars working days by the code of an institution, of the national desk for the empty code
 */
public record OversightCalculation(
        ReportingPeriod period,
        Instant now,
        List<SupervisedInstitution> registry,
        Function<String, WorkingDayCounter> calendars) {

    /** Figures of the country. */
    public NationFigures nation(ComplaintFactTable facts) {
        FigureScan scan = new FigureScan(this, code -> true);
        facts.forEach(scan);
        Map<String, HandlingFiguresCounter> provinces = new TreeMap<>();
        registry.stream()
                .map(SupervisedInstitution::province)
                .filter(province -> !province.isEmpty())
                .forEach(province -> provinces.computeIfAbsent(province, any -> new HandlingFiguresCounter()));
        HandlingFiguresCounter central = new HandlingFiguresCounter();
        scan.institutions().forEach((code, counter) -> {
            String province = SupervisedInstitution.provinceOf(code);
            if (!province.isEmpty()) {
                provinces
                        .computeIfAbsent(province, any -> new HandlingFiguresCounter())
                        .addAll(counter);
            } else if (!code.isEmpty()) {
                central.addAll(counter);
            }
        });
        return new NationFigures(
                period,
                scan.total(),
                scan.figuresOf(""),
                central.figures(),
                figures(provinces),
                institutions(scan, registry),
                scan.months(),
                scan.categories(),
                scan.kinds(),
                scan.channels(),
                scan.routing(),
                scan.hops(),
                scan.hours());
    }

    /**
     * Figures of a province.
     *
     * @param province its two digits
     */
    public ProvinceFigures province(ComplaintFactTable facts, String province) {
        FigureScan scan = new FigureScan(
                this, code -> SupervisedInstitution.provinceOf(code).equals(province));
        facts.forEach(scan);
        return new ProvinceFigures(
                period,
                scan.total(),
                institutions(
                        scan,
                        registry.stream()
                                .filter(each -> each.province().equals(province))
                                .toList()),
                scan.months());
    }

    /** Those of the registry, and those that have complaints and are no longer in it; provinces before their kabupaten and kota. */
    private static List<InstitutionFigures> institutions(FigureScan scan, List<SupervisedInstitution> registered) {
        List<InstitutionFigures> all = new ArrayList<>();
        registered.forEach(each -> all.add(new InstitutionFigures(each, scan.figuresOf(each.code()))));
        scan.institutions().forEach((code, counter) -> {
            if (!code.isEmpty()
                    && registered.stream().noneMatch(each -> each.code().equals(code))) {
                all.add(new InstitutionFigures(new SupervisedInstitution(code, code, false), counter.figures()));
            }
        });
        all.sort(Comparator.comparing(
                        (InstitutionFigures each) -> each.institution().province())
                .thenComparing(each -> !each.institution().isProvince())
                .thenComparing(each -> each.institution().code()));
        return List.copyOf(all);
    }

    static <K> Map<K, HandlingFigures> figures(Map<K, HandlingFiguresCounter> counters) {
        Map<K, HandlingFigures> figures = new LinkedHashMap<>();
        counters.forEach((key, counter) -> figures.put(key, counter.figures()));
        return figures;
    }
}
