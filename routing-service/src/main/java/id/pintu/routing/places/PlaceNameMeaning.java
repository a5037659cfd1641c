package id.pintu.routing.places;

/**
 * What a name in a text can mean.
 *
 * @param region code of the province or kabupaten/kota; for a kecamatan of the one it belongs to
 * @param weight how strongly the bare name means it, 1 for a full name
 */
record PlaceNameMeaning(PlaceKind kind, String region, double weight) {

    enum PlaceKind {
        PROVINCE,
        REGENCY,
        DISTRICT,
        VILLAGE
    }
}
