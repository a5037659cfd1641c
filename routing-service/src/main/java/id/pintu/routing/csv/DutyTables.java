package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.routing.duties.Duties;
import id.pintu.routing.duties.Overseer;
import id.pintu.routing.duties.Oversight;
import id.pintu.routing.duties.Unit;
import id.pintu.routing.duties.Units;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of units ({@code units.csv}) and of oversight ({@code misconduct.csv}, {@code overseers.csv}). */
record DutyTables(Function<String, Reader> files, Registry registry) {

    private static final Map<String, List<String>> LEVELS = Map.of(
            "provinsi", List.of("pemerintah_provinsi"), "kabkota", List.of("pemerintah_kabupaten", "pemerintah_kota"));

    Duties duties() {
        return new Duties(
                new Units(units()),
                new Oversight(RuleTable.read("misconduct", files.apply("misconduct.csv"), registry), overseers()));
    }

    /** Those that are usual, and those the registry tells of. */
    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        TableFile.read(
                "units.csv",
                files,
                row -> units.add(
                        Unit.usual(TableFile.required(row, "name"), TableFile.several(row, "names"), kinds(row))));
        registry.units().forEach((unit, institution) -> units.add(Unit.of(institution, unit.name(), unit.names())));
        return units;
    }

    private static Set<String> kinds(NamedCsvRecord row) {
        return TableFile.several(row, "levels").stream()
                .flatMap(level -> {
                    if (!LEVELS.containsKey(level)) {
                        throw new IllegalArgumentException("levels are provinsi and kabkota, not " + level);
                    }
                    return LEVELS.getOrDefault(level, List.of()).stream();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Overseer> overseers() {
        Map<String, Overseer> overseers = new TreeMap<>();
        Set<String> kinds =
                registry.institutions().stream().map(Registration::kind).collect(Collectors.toSet());
        TableFile.read("overseers.csv", files, row -> {
            String watched = TableFile.required(row, "watched");
            if (!kinds.contains(watched)) {
                mustBeInstitution(watched);
            }
            overseers.put(watched, new Overseer(overseers(row), TableFile.required(row, "legal_basis")));
        });
        return overseers;
    }

    private List<String> overseers(NamedCsvRecord row) {
        List<String> codes = TableFile.several(row, "overseers");
        codes.stream()
                .filter(code -> !code.equals(Overseer.PROVINCE) && !code.equals(Overseer.OWNER))
                .forEach(this::mustBeInstitution);
        return codes;
    }

    private void mustBeInstitution(String code) {
        if (registry.institution(code).isEmpty()) {
            throw new IllegalArgumentException("there is no institution and no kind " + code);
        }
    }
}
