package id.pintu.routing.places;

/**
 * A kecamatan by its Kemendagri code.
 *
 * @param parent code of the kabupaten/kota it belongs to
 */
public record District(String code, String name, String parent) {}
