package id.pintu.routing.places;

import java.util.List;
import java.util.Set;

/**
 * Immutable catalog of place names, besides the provinces and kabupaten/kota of the registry.
 *
 * @param everydayWords names that are also everyday words, in lower case: weak evidence by themselves
 */
public record PlaceNameCatalog(
        List<DistrictOrVillage> districts,
        List<DistrictOrVillage> villages,
        List<RegionNickname> nicknames,
        Set<String> everydayWords) {

    public PlaceNameCatalog {
        districts = List.copyOf(districts);
        villages = List.copyOf(villages);
        nicknames = List.copyOf(nicknames);
        everydayWords = Set.copyOf(everydayWords);
    }

    /**
     * Part of a kabupaten/kota: a kecamatan, a kelurahan or a desa.
     *
     * @param code Kemendagri code, which begins with that of the kabupaten/kota: {@code 33.74.11},
     *     {@code 33.74.11.1005}
     */
    public record DistrictOrVillage(String code, String name) {

        private static final int REGENCY_CODE_LENGTH = "33.74".length();

        /** Code of its kabupaten/kota. */
        public String regency() {
            return code.substring(0, REGENCY_CODE_LENGTH);
        }
    }

    /**
     * Common short name of a region: jaksel, sby, smg.
     *
     * @param region code of the province or kabupaten/kota
     */
    public record RegionNickname(String name, String region) {}
}
