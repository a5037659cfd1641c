package id.pintu.portal.desk;

import java.util.List;

/**
 * Some institutions, by code.
 *
 * @param more whether there are more that fit
 */
public record Institutions(List<Institution> found, boolean more) {

    public static final Institutions NONE = new Institutions(List.of(), false);

    public Institutions {
        found = List.copyOf(found);
    }

    public record Institution(String code, String name) {}
}
