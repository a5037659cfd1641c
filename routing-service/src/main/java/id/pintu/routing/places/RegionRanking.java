package id.pintu.routing.places;

import java.util.List;
import java.util.Optional;

/**
 * Ranking of the regions a report can be about, the likeliest first.
 *
 * @param regencies kabupaten and kota
 * @param nearestLandmark landmark nearest to the report's coordinates, if it has any
 */
public record RegionRanking(
        List<ScoredRegion> regencies, List<ScoredRegion> provinces, Optional<NearestLandmark> nearestLandmark) {

    public static final RegionRanking NONE = new RegionRanking(List.of(), List.of(), Optional.empty());

    public RegionRanking {
        regencies = List.copyOf(regencies);
        provinces = List.copyOf(provinces);
    }

    /** Score of the region; 0 if there is no evidence of it. */
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
