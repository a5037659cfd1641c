package id.pintu.portal.desk;

import java.util.List;

/**
 * First matches of a search in the institution registry, by code.
 *
 * @param more whether there are more matches
 */
public record InstitutionSearchResult(List<FoundInstitution> found, boolean more) {

    public static final InstitutionSearchResult NONE = new InstitutionSearchResult(List.of(), false);

    public InstitutionSearchResult {
        found = List.copyOf(found);
    }

    public record FoundInstitution(String code, String name) {}
}
