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

/** Immutable registry of institutions, their units and the regions, with indexes by code, name and region. */
public final class InstitutionRegistry {

    private final Map<String, RegistryInstitution> institutionsByCode = new LinkedHashMap<>();
    private final Map<String, RegistryInstitution> institutionsByName = new LinkedHashMap<>();
    private final Map<String, RegistryInstitution> unitsByCode = new LinkedHashMap<>();
    private final Map<String, Region> regionsByCode = new LinkedHashMap<>();
    private final Set<String> provincesWithAutonomousParts = new HashSet<>();

    public InstitutionRegistry(List<RegistryInstitution> institutions, List<Region> regions) {
        regions.forEach(region -> this.regionsByCode.put(region.code(), region));
        for (RegistryInstitution institution : institutions) {
            (institution.isUnit() ? unitsByCode : institutionsByCode).put(institution.code(), institution);
        }
        institutionsByCode
                .values()
                .forEach(each -> each.names().forEach(name -> institutionsByName.putIfAbsent(normalized(name), each)));
        regions.stream()
                .filter(region ->
                        !region.isProvince() && autonomousGovernment(region).isPresent())
                .map(Region::provinceCode)
                .forEach(provincesWithAutonomousParts::add);
    }

    public Collection<RegistryInstitution> institutions() {
        return institutionsByCode.values();
    }

    public Collection<Region> regions() {
        return regionsByCode.values();
    }

    /** Each unit with the institution it is part of. */
    public Map<RegistryInstitution, RegistryInstitution> units() {
        Map<RegistryInstitution, RegistryInstitution> all = new LinkedHashMap<>();
        unitsByCode.values().forEach(unit -> institutionOf(unit).ifPresent(institution -> all.put(unit, institution)));
        return all;
    }

    private Optional<RegistryInstitution> institutionOf(RegistryInstitution unit) {
        Optional<String> parent = unit.entry().parent();
        Optional<RegistryInstitution> above = parent.map(unitsByCode::get);
        return above.isPresent() ? above.flatMap(this::institutionOf) : parent.map(institutionsByCode::get);
    }

    public Optional<RegistryInstitution> institution(String code) {
        return Optional.ofNullable(institutionsByCode.get(code));
    }

    /** SMS keyword in upper case to the code of its institution or unit. */
    public Map<String, String> smsKeywords() {
        Map<String, String> keywords = new LinkedHashMap<>();
        Stream.concat(institutionsByCode.values().stream(), unitsByCode.values().stream())
                .forEach(each -> each.entry().smsKeywords().forEach(keyword -> keywords.put(keyword, each.code())));
        return keywords;
    }

    /** Finds an institution by code, or by any of its names in any case. */
    public Optional<RegistryInstitution> institutionByCodeOrName(String codeOrName) {
        return institution(codeOrName).or(() -> Optional.ofNullable(institutionsByName.get(normalized(codeOrName))));
    }

    /** Resolves a code or name to an institution, or else to a unit if only one has it. */
    public Optional<AddressedInstitution> resolveAddressee(String codeOrName) {
        return institutionByCodeOrName(codeOrName)
                .map(institution -> new AddressedInstitution(institution, Optional.empty()))
                .or(() -> unitByCodeOrName(codeOrName)
                        .flatMap(unit -> institutionOf(unit)
                                .map(institution -> new AddressedInstitution(institution, Optional.of(unit.name())))));
    }

    /**
     * Name of the unit of an institution that a code or name stands for; what was given where the registry has no such unit.
     */
    public String unitName(String institution, String codeOrName) {
        return resolveAddressee(codeOrName)
                .filter(addressee -> addressee.institution().code().equals(institution))
                .flatMap(AddressedInstitution::unit)
                .orElse(codeOrName);
    }

    private Optional<RegistryInstitution> unitByCodeOrName(String codeOrName) {
        if (unitsByCode.containsKey(codeOrName)) {
            return Optional.ofNullable(unitsByCode.get(codeOrName));
        }
        List<RegistryInstitution> matching = unitsByCode.values().stream()
                .filter(unit -> unit.names().stream()
                        .map(InstitutionRegistry::normalized)
                        .anyMatch(normalized(codeOrName)::equals))
                .toList();
        return matching.size() == 1 ? matching.stream().findFirst() : Optional.empty();
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(regionsByCode.get(code));
    }

    /**
     * The government of a kabupaten/kota; the province's where no part of it is autonomous, as in Jakarta. Empty for a
     * province with autonomous parts, since the part is unknown.
     */
    public Optional<RegistryInstitution> localGovernment(Region region) {
        boolean partIsUnknown = region.isProvince() && provincesWithAutonomousParts.contains(region.code());
        return partIsUnknown ? Optional.empty() : autonomousGovernment(region).or(() -> provincialGovernment(region));
    }

    /** The level of an institution; a province without autonomous parts, as Jakarta, is a local government. */
    public GovernmentLevel governmentLevel(RegistryInstitution institution) {
        return institution
                .entry()
                .knownKind()
                .map(kind -> switch (kind) {
                    case PEMERINTAH_KABUPATEN, PEMERINTAH_KOTA, WILAYAH_ADMINISTRASI -> GovernmentLevel.LOCAL;
                    case PEMERINTAH_PROVINSI ->
                        hasAutonomousParts(institution) ? GovernmentLevel.PROVINCE : GovernmentLevel.LOCAL;
                    case BUMD -> GovernmentLevel.COMPANY;
                    default -> GovernmentLevel.NATIONAL;
                })
                .orElse(GovernmentLevel.NATIONAL);
    }

    private boolean hasAutonomousParts(RegistryInstitution province) {
        return province.regionCode()
                .filter(provincesWithAutonomousParts::contains)
                .isPresent();
    }

    private Optional<RegistryInstitution> autonomousGovernment(Region region) {
        return institution("D." + region.code()).filter(local -> !local.isOfKind(InstitutionKind.WILAYAH_ADMINISTRASI));
    }

    public Optional<RegistryInstitution> provincialGovernment(Region region) {
        return institution("P." + region.provinceCode());
    }

    /** The region's own company (BUMD) with a name that begins with this prefix, such as {@code PDAM}. */
    public Optional<RegistryInstitution> regionalCompany(Region region, String namePrefix) {
        return institutionsByCode.values().stream()
                .filter(each -> each.isOfKind(InstitutionKind.BUMD))
                .filter(each -> each.regionCode().filter(region.code()::equals).isPresent())
                .filter(each ->
                        each.names().stream().anyMatch(name -> normalized(name).startsWith(normalized(namePrefix))))
                .findFirst();
    }

    private static String normalized(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
