package id.pintu.routing.rules;

import id.pintu.events.Report;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registry;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out where a report is about: what the reporter chose, then the place's words, then the report's. */
public final class Gazetteer {

    private static final Map<String, List<String>> SHORT_FORMS = Map.of(
            "Kabupaten ", List.of("kabupaten ", "kab ", "pemkab ", "pemerintah kabupaten "),
            "Kota ", List.of("kota ", "pemkot ", "kodya ", "pemerintah kota "));

    /** Names of regions that are everyday words, or parts of other names: only their full form counts. */
    private static final Set<String> EVERYDAY = Set.of("kota", "banjar", "buru", "siak", "nias", "tegal", "solok");

    /** What people call the provinces whose names are titles; Yogyakarta alone is the kota. */
    private static final Map<String, List<String>> SPECIAL_PROVINCES = Map.of(
            "31",
                    List.of(
                            "Jakarta",
                            "DKI Jakarta",
                            "DKI",
                            "Daerah Khusus Jakarta",
                            "Pemprov DKI Jakarta",
                            "Pemprov DKI"),
            "34", List.of("DI Yogyakarta", "D.I. Yogyakarta", "DIY", "Pemda DIY"));

    private final Registry registry;
    private final Phrases<Region> names = new Phrases<>();

    public Gazetteer(Registry registry) {
        this.registry = registry;
        registry.regions().forEach(this::learn);
    }

    /** The one region it can be; empty when none is named, or several that exclude one another. */
    public Optional<Region> locate(Report report) {
        return report.place()
                .regionCode()
                .flatMap(registry::region)
                .or(() -> report.place().description().flatMap(this::named))
                .or(() -> named(report.title() + " . " + report.text()));
    }

    private Optional<Region> named(String text) {
        Set<Region> regencies = new LinkedHashSet<>();
        Set<Region> provinces = new LinkedHashSet<>();
        for (Region region : mentioned(text)) {
            (region.isProvince() ? provinces : regencies).add(region);
        }
        if (regencies.isEmpty()) {
            return only(provinces);
        }
        return only(regencies).or(() -> only(provinces).flatMap(province -> only(within(province, regencies))));
    }

    private static Set<Region> within(Region province, Set<Region> regencies) {
        Set<Region> within = new LinkedHashSet<>(regencies);
        within.removeIf(regency -> !regency.provinceCode().equals(province.code()));
        return within;
    }

    /** Every region a name in the text can mean; a bare name said beside the full one means that one. */
    private Set<Region> mentioned(String text) {
        List<Set<Region>> names = this.names.in(text).stream()
                .map(Phrases.Match::meanings)
                .sorted(Comparator.comparingInt(Set::size))
                .toList();
        Set<Region> mentioned = new LinkedHashSet<>();
        for (Set<Region> meanings : names) {
            if (Collections.disjoint(mentioned, meanings)) {
                mentioned.addAll(meanings);
            }
        }
        return mentioned;
    }

    private static Optional<Region> only(Set<Region> regions) {
        return regions.size() == 1 ? Optional.of(regions.iterator().next()) : Optional.empty();
    }

    private void learn(Region region) {
        names.add(region.name(), region);
        if (region.isProvince()) {
            names.add("provinsi " + region.name(), region);
            names.add("pemprov " + region.name(), region);
            SPECIAL_PROVINCES.getOrDefault(region.code(), List.of()).forEach(name -> names.add(name, region));
            return;
        }
        // Nobody says that a kota of Jakarta is an administrative one.
        String name = region.name().replace("Administrasi ", "");
        SHORT_FORMS.forEach((official, forms) -> {
            if (name.startsWith(official)) {
                String bare = name.substring(official.length());
                forms.forEach(form -> names.add(form + bare, region));
                if (bare.length() > 3 && !EVERYDAY.contains(bare.toLowerCase(Locale.ROOT))) {
                    names.add(bare, region);
                }
            }
        });
    }
}
