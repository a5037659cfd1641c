package id.pintu.routing.registry;

import java.time.ZoneId;

/**
 * Immutable region: a province ({@code 33}) or kabupaten/kota ({@code 33.74}) by its Kemendagri code.
 *
 * @param name full name, such as {@code Kota Semarang}
 * @param zone WIB, WITA or WIT as a zone id
 */
public record Region(String code, String name, ZoneId zone) {

    public boolean isProvince() {
        return code.length() == 2;
    }

    public String provinceCode() {
        return code.substring(0, 2);
    }
}
