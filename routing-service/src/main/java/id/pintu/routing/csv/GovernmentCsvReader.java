package id.pintu.routing.csv;

import id.pintu.routing.government.GovernmentStructure;
import id.pintu.routing.government.GovernmentUnit;
import id.pintu.routing.government.MisconductOversightRules;
import id.pintu.routing.government.OversightRule;
import id.pintu.routing.government.UnitNameMatcher;
import id.pintu.routing.registry.InstitutionKind;
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

/**
 * Reader of the bundled tables of units ({@code units.csv}) and of oversight ({@code misconduct.csv} and
 * {@code overseers.csv}).
 */
record GovernmentCsvReader(Function<String, Reader> files, InstitutionRegistry registry) {

    private static final Map<String, List<InstitutionKind>> LEVELS = Map.of(
            "provinsi", List.of(InstitutionKind.PEMERINTAH_PROVINSI),
            "kabkota", List.of(InstitutionKind.PEMERINTAH_KABUPATEN, InstitutionKind.PEMERINTAH_KOTA));

    GovernmentStructure governmentStructure() {
        return new GovernmentStructure(
                new UnitNameMatcher(units()),
                new MisconductOversightRules(
                        RuleBookCsvReader.read("misconduct", files.apply("misconduct.csv"), registry), overseers()));
    }

    /** Common units of the table, and units of the registry. */
    private List<GovernmentUnit> units() {
        List<GovernmentUnit> units = new ArrayList<>();
        CsvTableReader.read(
                "units.csv",
                files,
                row -> units.add(GovernmentUnit.commonTo(
                        row.required("name"), row.values("names"), kinds(row), row.values("affairs"))));
        registry.units()
                .forEach((unit, institution) ->
                        units.add(GovernmentUnit.ofInstitution(institution, unit.name(), unit.names())));
        return units;
    }

    private static Set<InstitutionKind> kinds(CsvCells row) {
        return row.values("levels").stream()
                .flatMap(level -> {
                    if (!LEVELS.containsKey(level)) {
                        throw new InvalidCellException("levels", "is provinsi or kabkota, not " + level);
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
            String watched = row.required("watched");
            if (!kinds.contains(watched)) {
                requireInstitution("watched", watched);
            }
            overseers.put(watched, new OversightRule(overseers(row), row.required("legal_basis")));
        });
        return overseers;
    }

    private List<String> overseers(CsvCells row) {
        List<String> codes = row.values("overseers");
        codes.stream()
                .filter(code -> !code.equals(OversightRule.PROVINCE) && !code.equals(OversightRule.OWNER))
                .forEach(code -> requireInstitution("overseers", code));
        return codes;
    }

    private void requireInstitution(String column, String code) {
        if (registry.institution(code).isEmpty()) {
            throw new InvalidCellException(column, "there is no institution and no kind " + code);
        }
    }
}
