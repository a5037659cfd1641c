package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.routing.government.GovernmentStructure;
import id.pintu.routing.government.GovernmentUnit;
import id.pintu.routing.government.MisconductOversightRules;
import id.pintu.routing.government.OversightRule;
import id.pintu.routing.government.UnitNameMatcher;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of units ({@code units.csv}) and of oversight ({@code misconduct.csv}, {@code overseers.csv}). */
record GovernmentCsvReader(Function<String, Reader> files, InstitutionRegistry registry) {

    private static final Map<String, List<String>> LEVELS = Map.of(
            "provinsi", List.of("pemerintah_provinsi"), "kabkota", List.of("pemerintah_kabupaten", "pemerintah_kota"));

    GovernmentStructure governmentStructure() {
        return new GovernmentStructure(
                new UnitNameMatcher(units()),
                new MisconductOversightRules(
                        RuleBookCsvReader.read("misconduct", files.apply("misconduct.csv"), registry), overseers()));
    }

    /** Those that are usual, and those the registry tells of. */
    private List<GovernmentUnit> units() {
        List<GovernmentUnit> units = new ArrayList<>();
        CsvTableReader.read(
                "units.csv",
                files,
                row -> units.add(GovernmentUnit.commonTo(
                        CsvTableReader.required(row, "name"), CsvTableReader.values(row, "names"), kinds(row))));
        registry.units()
                .forEach((unit, institution) ->
                        units.add(GovernmentUnit.ofInstitution(institution, unit.name(), unit.names())));
        return units;
    }

    private static Set<String> kinds(NamedCsvRecord row) {
        return CsvTableReader.values(row, "levels").stream()
                .flatMap(level -> {
                    if (!LEVELS.containsKey(level)) {
                        throw new IllegalArgumentException("levels are provinsi and kabkota, not " + level);
                    }
                    return LEVELS.getOrDefault(level, List.of()).stream();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, OversightRule> overseers() {
        Map<String, OversightRule> overseers = new TreeMap<>();
        Set<String> kinds =
                registry.institutions().stream().map(RegistryInstitution::kind).collect(Collectors.toSet());
        CsvTableReader.read("overseers.csv", files, row -> {
            String watched = CsvTableReader.required(row, "watched");
            if (!kinds.contains(watched)) {
                requireInstitution(watched);
            }
            overseers.put(watched, new OversightRule(overseers(row), CsvTableReader.required(row, "legal_basis")));
        });
        return overseers;
    }

    private List<String> overseers(NamedCsvRecord row) {
        List<String> codes = CsvTableReader.values(row, "overseers");
        codes.stream()
                .filter(code -> !code.equals(OversightRule.PROVINCE) && !code.equals(OversightRule.OWNER))
                .forEach(this::requireInstitution);
        return codes;
    }

    private void requireInstitution(String code) {
        if (registry.institution(code).isEmpty()) {
            throw new IllegalArgumentException("there is no institution and no kind " + code);
        }
    }
}
