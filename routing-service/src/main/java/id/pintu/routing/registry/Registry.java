package id.pintu.routing.registry;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The institutions, their units and the regions of the country, looked up every way the rules need. */
public final class Registry {

    private static final String ADMINISTRATIVE = "wilayah_administrasi";
    private static final String REGIONAL_COMPANY = "bumd";

    private final Map<String, Registration> byCode = new LinkedHashMap<>();
    private final Map<String, Registration> byName = new LinkedHashMap<>();
    private final Map<String, Registration> units = new LinkedHashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Set<String> withAutonomousParts = new HashSet<>();

    public Registry(List<Registration> registrations, List<Region> regions) {
        regions.forEach(region -> this.regions.put(region.code(), region));
        for (Registration registration : registrations) {
            (registration.isUnit() ? units : byCode).put(registration.code(), registration);
        }
        byCode.values().forEach(each -> each.names().forEach(name -> byName.putIfAbsent(folded(name), each)));
        regions.stream()
                .filter(region -> !region.isProvince() && autonomous(region).isPresent())
                .map(Region::provinceCode)
                .forEach(withAutonomousParts::add);
    }

    public Collection<Registration> institutions() {
        return byCode.values();
    }

    public Collection<Region> regions() {
        return regions.values();
    }

    /** Each unit, and the institution whose part it is. */
    public Map<Registration, Registration> units() {
        Map<Registration, Registration> all = new LinkedHashMap<>();
        units.values().forEach(unit -> institutionOf(unit).ifPresent(institution -> all.put(unit, institution)));
        return all;
    }

    private Optional<Registration> institutionOf(Registration unit) {
        Optional<String> parent = unit.entry().parent();
        Optional<Registration> above = parent.map(units::get);
        return above.isPresent() ? above.flatMap(this::institutionOf) : parent.map(byCode::get);
    }

    public Optional<Registration> institution(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** SMS keyword, upper case, to the code of the institution or unit it names. */
    public Map<String, String> smsKeywords() {
        Map<String, String> keywords = new LinkedHashMap<>();
        Stream.concat(byCode.values().stream(), units.values().stream())
                .forEach(each -> each.entry().smsKeywords().forEach(keyword -> keywords.put(keyword, each.code())));
        return keywords;
    }

    /** By code, or by any of its names in any case. */
    public Optional<Registration> institutionCalled(String codeOrName) {
        return institution(codeOrName).or(() -> Optional.ofNullable(byName.get(folded(codeOrName))));
    }

    /** Whom a code or a name stands for: an institution, or else the only unit that is called so. */
    public Optional<Addressee> addressed(String codeOrName) {
        return institutionCalled(codeOrName)
                .map(institution -> new Addressee(institution, Optional.empty()))
                .or(() -> unitCalled(codeOrName)
                        .flatMap(unit -> institutionOf(unit)
                                .map(institution -> new Addressee(institution, Optional.of(unit.name())))));
    }

    private Optional<Registration> unitCalled(String codeOrName) {
        if (units.containsKey(codeOrName)) {
            return Optional.ofNullable(units.get(codeOrName));
        }
        List<Registration> called = units.values().stream()
                .filter(unit -> unit.names().stream().map(Registry::folded).anyMatch(folded(codeOrName)::equals))
                .toList();
        return called.size() == 1 ? called.stream().findFirst() : Optional.empty();
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /**
     * The government of a kabupaten/kota; the province's where no part of it is autonomous, as in Jakarta. Empty for a
     * province of which nobody said the part.
     */
    public Optional<Registration> localGovernment(Region region) {
        boolean partIsMissing = region.isProvince() && withAutonomousParts.contains(region.code());
        return partIsMissing ? Optional.empty() : autonomous(region).or(() -> provincialGovernment(region));
    }

    /**
     * Where nothing below it is autonomous, as in Jakarta, a province is the local government.
     */
    public Sphere sphere(Registration institution) {
        return switch (institution.kind()) {
            case "pemerintah_kabupaten", "pemerintah_kota", ADMINISTRATIVE -> Sphere.LOCAL;
            case "pemerintah_provinsi" -> hasAutonomousParts(institution) ? Sphere.PROVINCE : Sphere.LOCAL;
            case REGIONAL_COMPANY -> Sphere.COMPANY;
            default -> Sphere.NATIONAL;
        };
    }

    private boolean hasAutonomousParts(Registration province) {
        return province.regionCode().filter(withAutonomousParts::contains).isPresent();
    }

    private Optional<Registration> autonomous(Region region) {
        return institution("D." + region.code()).filter(local -> !local.kind().equals(ADMINISTRATIVE));
    }

    public Optional<Registration> provincialGovernment(Region region) {
        return institution("P." + region.provinceCode());
    }

    /** The region's own company (BUMD) of which a name begins with this word, such as {@code PDAM}. */
    public Optional<Registration> regionalCompany(Region region, String word) {
        return byCode.values().stream()
                .filter(each -> each.kind().equals(REGIONAL_COMPANY))
                .filter(each -> each.regionCode().filter(region.code()::equals).isPresent())
                .filter(each ->
                        each.names().stream().anyMatch(name -> folded(name).startsWith(folded(word))))
                .findFirst();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
