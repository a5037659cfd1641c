package id.pintu.routing.places;

/**
 * What people call a region besides its name: jaksel, sby, smg.
 *
 * @param region code of the province or kabupaten/kota that is meant
 */
public record Nickname(String name, String region) {}
