package id.pintu.routing.places;

import java.util.List;
import java.util.Optional;

/**
 * The regions a text can mean, the likeliest first.
 *
 * @param regencies kabupaten and kota
 * @param nearestLandmark the known place nearest to the point that was sent along, if one was
 */
public record RegionRanking(
        List<ScoredRegion> regencies, List<ScoredRegion> provinces, Optional<NearestLandmark> nearestLandmark) {

    public static final RegionRanking NONE = new RegionRanking(List.of(), List.of(), Optional.empty());

    public RegionRanking {
        regencies = List.copyOf(regencies);
        provinces = List.copyOf(provinces);
    }

    /** How strongly the region is meant; 0 when it is not named. */
    public double score(String regionCode) {
        return (regionCode.length() == 2 ? provinces : regencies)
                .stream()
                        .filter(each -> each.region().code().equals(regionCode))
                        .mapToDouble(ScoredRegion::score)
                        .findFirst()
                        .orElse(0);
    }

    public Optional<ScoredRegion> likeliest() {
        return regencies.isEmpty()
                ? provinces.stream().findFirst()
                : regencies.stream().findFirst();
    }
}
