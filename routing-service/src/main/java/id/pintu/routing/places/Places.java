package id.pintu.routing.places;

import java.util.List;
import java.util.Optional;

/**
 * The regions a text can mean, the likeliest first.
 *
 * @param regencies kabupaten and kota
 */
public record Places(List<Located> regencies, List<Located> provinces) {

    public static final Places NONE = new Places(List.of(), List.of());

    public Places {
        regencies = List.copyOf(regencies);
        provinces = List.copyOf(provinces);
    }

    /** How strongly the region is meant; 0 when it is not named. */
    public double score(String regionCode) {
        return (regionCode.length() == 2 ? provinces : regencies)
                .stream()
                        .filter(each -> each.region().code().equals(regionCode))
                        .mapToDouble(Located::score)
                        .findFirst()
                        .orElse(0);
    }

    public Optional<Located> likeliest() {
        return regencies.isEmpty()
                ? provinces.stream().findFirst()
                : regencies.stream().findFirst();
    }
}
