package id.pintu.routing.places;

import java.util.List;
import java.util.Set;

/**
 * What places are called, besides the provinces and kabupaten/kota of the registry.
 *
 * @param everyday names that are everyday words too, in lower case: they mean little by themselves
 */
public record PlaceNames(
        List<Locality> districts, List<Locality> villages, List<Nickname> nicknames, Set<String> everyday) {

    public PlaceNames {
        districts = List.copyOf(districts);
        villages = List.copyOf(villages);
        nicknames = List.copyOf(nicknames);
        everyday = Set.copyOf(everyday);
    }

    /**
     * A part of a kabupaten/kota: a kecamatan, a kelurahan or a desa.
     *
     * @param code of Kemendagri, which begins with that of the kabupaten/kota: {@code 33.74.11}, {@code 33.74.11.1005}
     */
    public record Locality(String code, String name) {

        private static final int REGENCY = "33.74".length();

        /** Code of the kabupaten/kota it is part of. */
        public String regency() {
            return code.substring(0, REGENCY);
        }
    }

    /**
     * What people call a region besides its name: jaksel, sby, smg.
     *
     * @param region code of the province or kabupaten/kota that is meant
     */
    public record Nickname(String name, String region) {}
}
