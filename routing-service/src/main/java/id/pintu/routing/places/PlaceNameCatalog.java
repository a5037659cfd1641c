package id.pintu.routing.places;

import java.util.List;
import java.util.Set;

/**
 * What places are called, besides the provinces and kabupaten/kota of the registry.
 *
 * @param everydayWords names that are everyday words too, in lower case: they mean little by themselves
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
     * A part of a kabupaten/kota: a kecamatan, a kelurahan or a desa.
     *
     * @param code of Kemendagri, which begins with that of the kabupaten/kota: {@code 33.74.11}, {@code 33.74.11.1005}
     */
    public record DistrictOrVillage(String code, String name) {

        private static final int REGENCY_CODE_LENGTH = "33.74".length();

        /** Code of the kabupaten/kota it is part of. */
        public String regency() {
            return code.substring(0, REGENCY_CODE_LENGTH);
        }
    }

    /**
     * What people call a region besides its name: jaksel, sby, smg.
     *
     * @param region code of the province or kabupaten/kota that is meant
     */
    public record RegionNickname(String name, String region) {}
}
