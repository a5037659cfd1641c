package id.pintu.routing.places;

/**
 * Possible meaning of a place name in a text.
 *
 * @param region code of the province or kabupaten/kota; for a kecamatan or village, of the one it belongs to
 * @param weight of the name as evidence of this meaning, 1 for a full name
 */
record PlaceNameMeaning(PlaceKind kind, String region, double weight) {

    enum PlaceKind {
        PROVINCE,
        REGENCY,
        DISTRICT,
        VILLAGE
    }
}
