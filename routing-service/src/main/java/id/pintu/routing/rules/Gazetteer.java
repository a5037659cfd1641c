package id.pintu.routing.rules;

import id.pintu.events.Report;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out where a report is about: what the reporter chose, then the place's words, then the report's. */
final class Gazetteer {

    private static final Map<String, List<String>> SHORT_FORMS = Map.of(
            "Kabupaten ", List.of("kabupaten ", "kab ", "pemkab ", "pemerintah kabupaten "),
            "Kota ", List.of("kota ", "pemkot ", "kodya ", "pemerintah kota "));

    /** Names of regions that are everyday words, or parts of other names: only their full form counts. */
    private static final Set<String> EVERYDAY = Set.of("kota", "banjar", "buru", "siak", "nias", "tegal", "solok");

    private final Registry registry;
    private final Phrases<Region> names = new Phrases<>();

    Gazetteer(Registry registry) {
        this.registry = registry;
        registry.regions().forEach(this::learn);
    }

    /** The one region it can be; empty when none is named, or several that exclude one another. */
    Optional<Region> locate(Report report) {
        return report.place()
                .regionCode()
                .flatMap(registry::region)
                .or(() -> report.place().description().flatMap(this::named))
                .or(() -> named(report.title() + " . " + report.text()));
    }

    private Optional<Region> named(String text) {
        Set<Region> regencies = new LinkedHashSet<>();
        Set<Region> provinces = new LinkedHashSet<>();
        for (Phrases.Match<Region> match : names.in(text)) {
            match.meanings().forEach(region -> (region.isProvince() ? provinces : regencies).add(region));
        }
        if (regencies.size() > 1 && provinces.size() == 1) {
            regencies.removeIf(region ->
                    !region.provinceCode().equals(provinces.iterator().next().code()));
        }
        if (regencies.isEmpty()) {
            return only(provinces);
        }
        return only(regencies);
    }

    private static Optional<Region> only(Set<Region> regions) {
        return regions.size() == 1 ? Optional.of(regions.iterator().next()) : Optional.empty();
    }

    private void learn(Region region) {
        names.add(region.name(), region);
        if (region.isProvince()) {
            names.add("provinsi " + region.name(), region);
            names.add("pemprov " + region.name(), region);
            return;
        }
        SHORT_FORMS.forEach((official, forms) -> {
            if (region.name().startsWith(official)) {
                String bare = region.name().substring(official.length());
                forms.forEach(form -> names.add(form + bare, region));
                if (bare.length() > 3 && !EVERYDAY.contains(bare.toLowerCase(java.util.Locale.ROOT))) {
                    names.add(bare, region);
                }
            }
        });
    }
}
